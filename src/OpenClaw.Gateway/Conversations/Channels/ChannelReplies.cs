using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Replies;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Outbound;
using OpenClaw.Gateway.Conversations.Inbound;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Gateway.Conversations.Channels;

/// <summary>Brings answers out: in one transaction with the end of what they answer, and again and again while the disk is full.</summary>
internal sealed class ChannelReplies(
    IOutbox outbox, IMessageJournal journal, SentMessages sent, Func<string, MediaGate> gates, AnswerPresence presence, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);

    /// <summary>Shows the writer of a message that it is being answered.</summary>
    public AnswerInProgress Begin(AcceptedMessage message)
    {
        var answer = presence.Begin(message);
        answer.Say = text => Say(message, answer, text);
        return answer;
    }

    /// <summary>The replies that a stored answer means.</summary>
    public IReadOnlyList<ReplyPayload> Of(AcceptedMessage message, string said) =>
        ReplyContent.Payload(said, gates(message.Route.AgentId)) is { } reply ? [reply] : [];

    /// <summary>Sends a text besides the answer. It is kept like the answer, but nobody waits for it.</summary>
    public void Say(AcceptedMessage message, AnswerInProgress answer, string text)
    {
        var key = $"said:{message.RunId}:{answer.NextSaid()}";
        answer.Hold(outbox.SendAsync(Outbound(message, new ReplyPayload { Text = text }), key, SendOptions.Answer, CancellationToken.None));
    }

    /// <summary>Ends a message whose ticket has ended.</summary>
    /// <param name="open">The message.</param>
    /// <param name="end">How it ended.</param>
    /// <param name="rows">Entries of the journal that end with it.</param>
    /// <param name="ct">Ends the attempts; the entries stay open then.</param>
    public async Task EndAsync(OpenMessage open, InboundEnd end, IReadOnlyList<long> rows, CancellationToken ct)
    {
        await open.Answer.CompleteAsync(ct).ConfigureAwait(false);

        // The run of another message answers it, and brings the answer.
        var isPart = open.Ticket.Run is not null && end.Outcome is null;
        var (outcome, payloads) = isPart ? ("answered together with others", [])
            : end.Error is { } error ? ($"failed: {error.Message}", Apology(error.Message))
            : end.AbortReason is { } reason ? ($"stopped: {reason}", [])
            : end.Replies.Count == 0 ? ("silent", [])
            : ("answered", end.Replies);
        await FinishAsync(open.Accepted, outcome, Unsaid(open, payloads), ct, rows).ConfigureAwait(false);
    }

    /// <summary>Ends entries and queues replies; completes when that is on disk.</summary>
    /// <param name="message">What is answered.</param>
    /// <param name="outcome">For operators.</param>
    /// <param name="payloads">The replies.</param>
    /// <param name="ct">Ends the attempts.</param>
    /// <param name="rows">The entries; null: those of the message.</param>
    public async Task FinishAsync(
        AcceptedMessage message, string outcome, IReadOnlyList<ReplyPayload> payloads, CancellationToken ct, IReadOnlyList<long>? rows = null)
    {
        var entries = payloads.SelectMany((reply, i) => Entries(message, reply, i)).ToList();
        var pause = s_firstPause;
        while (true)
        {
            try
            {
                var ids = await journal.FinishAsync(rows ?? message.InboxIds, outcome, entries, ct).ConfigureAwait(false);
                outbox.Wake(ids);
                if (message.AckDone is { } done && ids.Count > 0)
                {
                    await outbox.CompletionAsync(ids, ct).ConfigureAwait(false);
                    await done(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }

                return;
            }
            catch (JournalException problem)
            {
                ConversationLog.AnswerWaits(logger, message.RunId, problem.Message);
                await Task.Delay(pause, time, ct).ConfigureAwait(false);
                pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause;
            }
        }
    }

    /// <summary>A reply as the message that goes out.</summary>
    public static OutboundMessage Outbound(AcceptedMessage message, ReplyPayload reply) => new()
    {
        Channel = message.Event.Channel,
        AccountId = message.Event.AccountId,
        ChatId = message.ReplyTo,
        ThreadId = message.ReplyThreadId,
        Text = reply.Text,
        Media = reply.MediaUrls,
        ReplyToId = reply.ReplyToCurrent ? message.Event.MessageId : reply.ReplyToId,
        AsVoice = reply.AudioAsVoice,
        IsReply = true,
    };

    private IReadOnlyList<NewOutboxEntry> Entries(AcceptedMessage message, ReplyPayload reply, int index)
    {
        var key = index == 0 ? $"answer:{message.RunId}" : $"answer:{message.RunId}/{index}";
        var (entries, problem) = outbox.Prepare(Outbound(message, reply), key, SendOptions.Answer.Lifetime);
        if (problem is null)
            return entries;
        ConversationLog.AnswerUnfit(logger, message.RunId, message.Event.Channel, problem.Message);
        var plain = reply with { Text = $"{reply.Text}\n\n⚠️ {problem.Message}".Trim(), MediaUrls = [] };
        return outbox.Prepare(Outbound(message, plain), key, SendOptions.Answer.Lifetime).Entries;
    }

    /// <summary>What was not said already, by the message tool or in blocks.</summary>
    private List<ReplyPayload> Unsaid(OpenMessage open, IReadOnlyList<ReplyPayload> payloads)
    {
        var target = new DeliveryTarget(open.Accepted.Event.Channel, open.Accepted.ReplyTo, open.Accepted.Event.AccountId, open.Accepted.ReplyThreadId);
        return
        [
            .. payloads
                .Select(reply => reply with { Text = open.Answer.Unsent(reply.Text) })
                .Where(reply => reply.MediaUrls.Count > 0 || (reply.Text.Length > 0 && !sent.IsDuplicate(open.Accepted.RunId, target, reply.Text))),
        ];
    }

    private static ReplyPayload[] Apology(string problem) => [new() { Text = $"⚠️ I could not answer this: {problem}", IsError = true }];
}
