using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Gateway.Conversations.Inbound;

/// <summary>
/// Tells how messages ended that no run of their own answered: by a command, together with others, or not at all. What was said is stored
/// in the transcript too, under its leaf, so that the conversation stays whole (spec 08 §0.1).
/// </summary>
internal sealed class InboundAnswers(SessionStore store, RunEvents events, FinishedRuns finished, TimeProvider time, ILogger logger)
{
    /// <summary>Settles and tells the end; nothing happens when it was settled before.</summary>
    public bool End(InboundTicket ticket, InboundEnd end)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();

        // Known before it is told, like the end of a run.
        if (!ticket.TrySettle(end))
            return false;
        finished.Report(ticket.RunId, new RunEnd(end.Error is null, now, now, end.Error?.Message));
        var (runId, key) = (ticket.RunId, ticket.Message.CallerKey);
        if (end.Error is { } error)
            events.Failed(runId, key, error.Message);
        else if (end.AbortReason is { } reason)
            events.Stopped(runId, key, reason);
        else
            events.Answered(runId, key, end.Text.Length == 0 ? null : Injected(end.Text));
        ticket.Complete();
        foreach (var joined in ticket.Joined)
            End(joined, end.Shared());
        return true;
    }

    /// <summary>Shows a text that belongs to no run, before the answer that is still to come.</summary>
    public void Show(InboundTicket ticket, string name, string text)
    {
        Show($"{name}-{ticket.RunId}", ticket.Message.CallerKey, text);
        ticket.Message.Said?.Invoke(text);
    }

    /// <summary>Shows a text under a name of its own in a session.</summary>
    public void Show(string runId, string callerKey, string text) => events.Injected(runId, callerKey, Injected(text));

    /// <summary>Stores what was said outside a run; to be called while no run of the session is going on.</summary>
    public async Task StoreAsync(InboundMessage message, string text, CancellationToken ct)
    {
        try
        {
            var entry = await store.UpdateAsync(message.SessionKey, changed => message.SessionChange?.Invoke(changed), ct).ConfigureAwait(false);
            if (entry.SessionId is { } id && store.Transcript(message.SessionKey, entry) is { } transcript)
                await transcript.AddInjectedAsync(id, store.Agents.Workspace(store.AgentOf(message.SessionKey)), text, ct).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or TimeoutException)
        {
            // The answer was given; that it is missing in the history is worth a line, not a failure.
            ConversationLog.AnswerNotStored(logger, message.SessionKey, problem.Message);
        }
    }

    private ChatMessage Injected(string text) => new()
    {
        Role = "assistant",
        Content = [new ChatContent { Type = "text", Text = text }],
        Timestamp = time.GetUtcNow().ToUnixTimeMilliseconds(),
        StopReason = "injected",
        Usage = new ChatUsage { Input = 0, Output = 0, TotalTokens = 0 },
    };
}
