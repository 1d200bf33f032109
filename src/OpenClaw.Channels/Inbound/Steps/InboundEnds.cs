using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Outbound;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Inbound.Steps;

/// <summary>Ends events that no agent answers.</summary>
internal sealed class InboundEnds(IMessageJournal journal, IOutbox outbox, ILogger logger)
{
    /// <summary>Ends entries without a word.</summary>
    /// <param name="ids">The entries.</param>
    /// <param name="inbound">What they are.</param>
    /// <param name="outcome">For operators.</param>
    /// <param name="ct">Gives up.</param>
    public async Task EndAsync(IReadOnlyList<long> ids, InboundEvent inbound, string outcome, CancellationToken ct)
    {
        await journal.FinishAsync(ids, outcome, [], ct).ConfigureAwait(false);
        InboundLog.Ended(logger, ids[0], inbound.Channel, inbound.AccountId, outcome);
    }

    /// <summary>Ends entries with a word of the gateway itself to the chat, in one step; under the same key it is sent once.</summary>
    public async Task AnswerAsync(IReadOnlyList<long> ids, InboundEvent inbound, string outcome, string text, string key, TimeSpan lifetime, string? replyToId, CancellationToken ct)
    {
        var message = new OutboundMessage
        {
            Channel = inbound.Channel,
            AccountId = inbound.AccountId,
            ChatId = inbound.ChatId,
            ThreadId = ConversationNames.ReplyThread(inbound),
            Text = text,
            ReplyToId = replyToId,
        };
        var (entries, problem) = outbox.Prepare(message, key, lifetime);
        var queued = await journal.FinishAsync(ids, problem is null ? outcome : $"{outcome}: {problem.Message}", entries, ct).ConfigureAwait(false);
        outbox.Wake(queued);
        InboundLog.Ended(logger, ids[0], inbound.Channel, inbound.AccountId, outcome);
    }
}
