using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.SystemEvents;
using OpenClaw.Agents.Transcripts;
using OpenClaw.Channels.Inbound;
using OpenClaw.Gateway.Conversations.Inbound;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Gateway.Conversations.Channels;

/// <summary>
/// Connects channels with agents: what a channel accepted gets its place in a session, and its journal entry ends in the same transaction
/// that queues the answer. After a crash the transcript tells which of the entries that are left have been answered (docs/reliability.md).
/// </summary>
internal sealed class ChannelConversations(
    SessionStore store, InboundDesk desk, ChannelRouting routing, ChannelReplies replies, IMessageJournal journal, SystemEventQueue notes,
    TimeProvider time, ILogger logger) : IInboundHandler, IAsyncDisposable
{
    private static readonly TimeSpan s_busyPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, OpenMessage> _open = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task> _ends = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private IReadOnlyDictionary<long, string>? _joined;

    /// <summary>Messages that have not ended; for health and tests.</summary>
    public int Open => _open.Count;

    /// <inheritdoc/>
    public InboundRoute Route(InboundPeer peer) => routing.Of(peer);

    /// <inheritdoc/>
    public InboundRoute? RouteTo(string agentId, InboundPeer peer) => routing.To(agentId, peer);

    /// <inheritdoc/>
    public void Note(string sessionKey, string text) => notes.Enqueue(sessionKey, text);

    /// <inheritdoc/>
    public async Task HandleAsync(AcceptedMessage message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        var fate = message.IsReplay
            ? await FateAsync(message, ct).ConfigureAwait(false)
            : new PromptFate(PromptState.New, PromptId.Of(message.RunId, 0));
        switch (fate.State)
        {
            case PromptState.Answered:
                await replies.FinishAsync(message, "answered before a restart", replies.Of(message, fate.Said), ct).ConfigureAwait(false);
                return;
            case PromptState.Merged:
                await replies.FinishAsync(message, "answered together with others", [], ct).ConfigureAwait(false);
                return;
            default:
                await BeginAsync(message, fate, ct).ConfigureAwait(false);
                return;
        }
    }

    /// <summary>Waits until what is being ended has been; the rest is taken up by the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        Task all = Task.WhenAll(_ends.Values);
        await all.WaitAsync(s_stopTimeout, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>What the transcript says of a message that the last process accepted and did not end.</summary>
    private async Task<PromptFate> FateAsync(AcceptedMessage message, CancellationToken ct)
    {
        _joined ??= await journal.JoinedAsync(ct).ConfigureAwait(false);
        var key = message.Route.SessionKey;
        var transcript = store.Find(key) is { } session ? store.Transcript(key, session) : null;
        var content = transcript is { Exists: true } ? transcript.Read() : null;
        var own = PromptFate.Of(content, message.RunId);
        if (own.State != PromptState.New || message.InboxIds.Select(id => _joined.GetValueOrDefault(id)).FirstOrDefault() is not { } leader || leader == message.RunId)
            return own;

        // It was said as part of another message's prompt. When that got anywhere, its own entry brings the answer.
        return PromptFate.Of(content, leader).State == PromptState.New ? own : own with { State = PromptState.Merged };
    }

    /// <summary>Gives a message its place in its session's line; waits while there is no room, because it must not be lost.</summary>
    private async Task BeginAsync(AcceptedMessage message, PromptFate fate, CancellationToken ct)
    {
        var answer = replies.Begin(message);
        var inbound = ChannelPrompts.Of(message, fate) with
        {
            Said = text => replies.Say(message, answer, text),
            Joining = (others, token) => JoinAsync(others, message.RunId, token),
        };
        InboundTicket? ticket;
        while ((ticket = desk.Accept(inbound)) is null)
            await Task.Delay(s_busyPause, time, ct).ConfigureAwait(false);
        var open = new OpenMessage(message, ticket, answer);
        _open[message.RunId] = open;
        answer.Accepted();
        await LeaveRouteAsync(message, ct).ConfigureAwait(false);
        var end = EndAsync(open, fate);
        _ends[message.RunId] = end;
        desk.Begin(ticket);
    }

    /// <summary>Direct chats with a session of their own leave their route in the main session too: that is where jobs and heartbeats look.</summary>
    private async Task LeaveRouteAsync(AcceptedMessage message, CancellationToken ct)
    {
        var (main, inbound) = (message.Route.MainSessionKey, message.Event);
        if (inbound.ChatType != "direct" || main == message.Route.SessionKey)
            return;
        var known = store.Find(main);
        if (known?.Text("lastChannel") == inbound.Channel && known.Text("lastTo") == message.ReplyTo && known.Text("lastAccountId") == inbound.AccountId)
            return;
        try
        {
            await store.UpdateAsync(
                main, entry => SessionEntries.Last(entry, inbound.Channel, message.ReplyTo, inbound.AccountId, message.ReplyThreadId), isActivity: false, ct).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or TimeoutException)
        {
            // A job may then write to where its owner was before; the message itself is not kept waiting for that.
            ConversationLog.AnswerNotStored(logger, main, problem.Message);
        }
    }

    private Task JoinAsync(IReadOnlyList<InboundTicket> others, string runId, CancellationToken ct)
    {
        long[] rows = [.. others.Select(other => _open.GetValueOrDefault(other.RunId)).OfType<OpenMessage>().SelectMany(static other => other.Accepted.InboxIds)];
        return rows.Length == 0 ? Task.CompletedTask : journal.JoinAsync(rows, runId, ct);
    }

    private async Task EndAsync(OpenMessage open, PromptFate fate)
    {
        var (message, ticket) = (open.Accepted, open.Ticket);
        try
        {
            var end = await ticket.Completion.ConfigureAwait(false);

            // The end of the gateway is not the end of the message.
            if (end.AbortReason == "shutdown")
                return;
            if (end.Error == RunReport.Busy)
            {
                _open.TryRemove(message.RunId, out _);
                await Task.Delay(s_busyPause, time, _stop.Token).ConfigureAwait(false);
                await BeginAsync(message, fate, _stop.Token).ConfigureAwait(false);
                return;
            }

            await replies.EndAsync(open, end, With(open, end), _stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return;
        }
        catch (Exception problem)
        {
            // Its entry stays in the journal: the next start takes it up.
            ConversationLog.MessageNotEnded(logger, message.RunId, message.Route.SessionKey, problem);
        }
        finally
        {
            await open.Answer.DisposeAsync().ConfigureAwait(false);
            if (_open.TryGetValue(message.RunId, out var current) && ReferenceEquals(current, open))
            {
                _open.TryRemove(message.RunId, out _);
                _ends.TryRemove(message.RunId, out _);
            }
        }
    }

    /// <summary>The rows that end with this message: of its run those that the model has heard.</summary>
    private long[] With(OpenMessage open, InboundEnd end)
    {
        if (end.Outcome is not { } outcome || open.Ticket.Run is not { } run)
            return [.. open.Accepted.InboxIds];
        var unheard = outcome.Unheard.Select(static said => said.PromptId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. _open.Values
                .Where(other => ReferenceEquals(other, open)
                    || (ReferenceEquals(other.Ticket.Run, run) && !unheard.Contains(other.Ticket.Message.PromptId ?? string.Empty)))
                .SelectMany(static other => other.Accepted.InboxIds).Order(),
        ];
    }
}
