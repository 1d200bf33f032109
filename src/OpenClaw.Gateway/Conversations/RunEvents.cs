using System.Collections.Concurrent;
using System.Text.Json;
using OpenClaw.Agents.Runs;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Agent;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Gateway.Conversations;

/// <summary>
/// Publishes what runs do: every step as an <c>agent</c> event, and the conversation's view of it as <c>chat</c> events (spec 01 §13).
/// </summary>
/// <param name="broadcaster">Reaches operators.</param>
/// <param name="subscribers">Connections of nodes that want copies of a session's events.</param>
/// <param name="showsTools">Whether clients are told of this use of a tool.</param>
/// <param name="time">Clock of the delta throttle.</param>
internal sealed class RunEvents(
    Broadcaster broadcaster, Func<string, IReadOnlyList<string>> subscribers, Func<RunEvent, bool> showsTools, TimeProvider time) : IRunObserver
{
    private static readonly TimeSpan s_deltaInterval = TimeSpan.FromMilliseconds(ProtocolLimits.ChatDeltaIntervalMs);

    // One entry per run in progress; the runner bounds those.
    private readonly ConcurrentDictionary<string, ChatProjection> _chats = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void OnEvent(RunEvent happened)
    {
        switch (happened)
        {
            case RunEvent.Started started:
                var chat = _chats[started.RunId] = new ChatProjection();
                if (started.IsQuiet)
                    chat.TryClose();
                Lifecycle(happened, new AgentLifecycleData { Phase = "start", StartedAt = started.StartedAt });
                break;
            case RunEvent.AssistantText text:
                Send(AssistantEvent.Definition, text.SessionKey, new AssistantEvent(text));
                Delta(text);
                break;
            case RunEvent.ToolStarted started:
                Tool(happened, () => ToolEventData.Of(started));
                break;
            case RunEvent.ToolUpdated updated:
                Tool(happened, () => ToolEventData.Of(updated));
                break;
            case RunEvent.ToolFinished finished:
                Tool(happened, () => ToolEventData.Of(finished));
                break;
            case RunEvent.CompactionStarted:
                Compaction(happened, new AgentCompactionData { Phase = "start" });
                break;
            case RunEvent.CompactionEnded compacted:
                Compaction(happened, new AgentCompactionData { Phase = "end", WillRetry = compacted.WillRetry });
                break;
            case RunEvent.Ended ended:
                Lifecycle(happened, new AgentLifecycleData
                {
                    Phase = "end",
                    StartedAt = ended.Aborted ? ended.StartedAt : null,
                    EndedAt = ended.EndedAt,
                    Aborted = ended.Aborted ? true : null,
                });
                End(ended);
                break;
            case RunEvent.Failed failed:
                Lifecycle(happened, new AgentLifecycleData
                {
                    Phase = "error",
                    Error = failed.Error,
                    StartedAt = failed.StartedAt,
                    EndedAt = failed.EndedAt,
                });
                _chats.TryRemove(failed.RunId, out var shown);
                if (shown?.TryClose() == false)
                    break;
                Chat(new ChatEvent
                {
                    RunId = failed.RunId,
                    SessionKey = failed.SessionKey,
                    Seq = failed.Seq,
                    State = "error",
                    ErrorMessage = TextCut.Message(failed.Error, ProtocolLimits.MaxErrorText),
                });
                break;
        }
    }

    /// <summary>Tells clients that a run was stopped, before its end event; the end then says nothing more on <c>chat</c>.</summary>
    public void Aborted(AgentRun run, long seq)
    {
        var projection = _chats.GetOrAdd(run.Request.RunId, static _ => new ChatProjection());
        if (projection.TryClose())
            Chat(AbortedEvent(run.Request.RunId, run.Request.CallerKey, seq, run.AbortReason!));
    }

    /// <summary>A message that belongs to no run.</summary>
    public void Injected(string runId, string sessionKey, ChatMessage message) =>
        Chat(new ChatEvent { RunId = runId, SessionKey = sessionKey, Seq = 0, State = "final", Message = message });

    /// <summary>The end of a message that no run of its own answered; null: there is nothing to say.</summary>
    public void Answered(string runId, string sessionKey, ChatMessage? message) =>
        Chat(new ChatEvent { RunId = runId, SessionKey = sessionKey, Seq = 1, State = "final", Message = message });

    /// <summary>The end of a message that was stopped while it waited.</summary>
    public void Stopped(string runId, string sessionKey, string reason) => Chat(AbortedEvent(runId, sessionKey, 1, reason));

    /// <summary>The end of a message that could not be answered.</summary>
    public void Failed(string runId, string sessionKey, string error) =>
        Chat(new ChatEvent
        {
            RunId = runId,
            SessionKey = sessionKey,
            Seq = 1,
            State = "error",
            ErrorMessage = TextCut.Message(error, ProtocolLimits.MaxErrorText),
        });

    private void Delta(RunEvent.AssistantText text)
    {
        if (!_chats.TryGetValue(text.RunId, out var projection) || projection.Next(text.Text, time, s_deltaInterval) is not { } delta)
            return;
        Chat(
            new ChatEvent
            {
                RunId = text.RunId,
                SessionKey = text.SessionKey,
                Seq = text.Seq,
                State = "delta",
                DeltaText = delta.Text,
                Replace = delta.Replace ? true : null,
                Message = Message(text.Text.ToString(), text.Ts),
            },
            dropIfSlow: true);
    }

    private void End(RunEvent.Ended ended)
    {
        _chats.TryRemove(ended.RunId, out var projection);
        if (projection?.TryClose() == false)
            return;
        Chat(ended.AbortReason is { } reason
            ? AbortedEvent(ended.RunId, ended.SessionKey, ended.Seq, reason)
            : new ChatEvent
            {
                RunId = ended.RunId,
                SessionKey = ended.SessionKey,
                Seq = ended.Seq,
                State = "final",
                Message = ended.Text.Length > 0 ? Message(ended.Text, ended.Ts) : null,
            });
    }

    private static ChatEvent AbortedEvent(string runId, string sessionKey, long seq, string reason) =>
        new() { RunId = runId, SessionKey = sessionKey, Seq = seq, State = "aborted", StopReason = reason };

    private static ChatMessage Message(string text, long timestamp) =>
        new() { Role = "assistant", Content = [new ChatContent { Type = "text", Text = text }], Timestamp = timestamp };

    private void Lifecycle(RunEvent happened, AgentLifecycleData data) =>
        Agent(happened, "lifecycle", JsonSerializer.SerializeToElement(data, ProtocolJson.Default.AgentLifecycleData));

    private void Compaction(RunEvent happened, AgentCompactionData data) =>
        Agent(happened, "compaction", JsonSerializer.SerializeToElement(data, ProtocolJson.Default.AgentCompactionData));

    /// <summary>Numbered like every event, but shown only where somebody wants to see the work (spec 08 §0.1).</summary>
    private void Tool(RunEvent happened, Func<AgentToolData> data)
    {
        if (showsTools(happened))
            Agent(happened, "tool", JsonSerializer.SerializeToElement(data(), ProtocolJson.Default.AgentToolData));
    }

    private void Agent(RunEvent happened, string stream, JsonElement data) =>
        Send(ProtocolEvents.Agent, happened.SessionKey, new AgentEvent
        {
            RunId = happened.RunId,
            Stream = stream,
            Data = data,
            SessionKey = happened.SessionKey,
            Seq = happened.Seq,
            Ts = happened.Ts,
        });

    private void Chat(ChatEvent payload, bool dropIfSlow = false) => Send(ProtocolEvents.Chat, payload.SessionKey, payload, dropIfSlow);

    private void Send<T>(EventDefinition<T> definition, string sessionKey, T payload, bool dropIfSlow = false)
    {
        broadcaster.Publish(definition, payload, dropIfSlow: dropIfSlow);
        foreach (var connId in subscribers(sessionKey))
            broadcaster.SendTo(connId, definition, payload);
    }
}
