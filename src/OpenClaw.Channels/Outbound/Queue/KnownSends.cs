using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Outbound.Queue;

/// <summary>What the journal knows of a message that was asked for before.</summary>
/// <param name="journal">The journal.</param>
internal sealed class KnownSends(IMessageJournal journal)
{
    // Each is a client's own repetition of a send that failed for a passing reason.
    private const int MostRounds = 100;

    /// <summary>Why a part is not sent whose message has failed already.</summary>
    public static SendFault EarlierPart { get; } = new(SendFaultKind.Refused, "an earlier part of the same message was not sent");

    /// <summary>Looks a message up.</summary>
    public async Task<KnownSend> FindAsync(string messageKey, CancellationToken ct)
    {
        var sent = new HashSet<int>();
        for (var round = 1; ; round++)
        {
            var entries = await journal.FindByKeyAsync(OutboxKeys.Round(messageKey, round), ct).ConfigureAwait(false);
            if (entries.Count == 0)
                return new KnownSend(null, [], round, sent);
            sent.UnionWith(entries.Where(static entry => entry.State == OutboxState.Sent).Select(static entry => OutboxKeys.Split(entry.Key).Number));
            if (entries.Any(static entry => entry.State is OutboxState.Waiting or OutboxState.Sending))
                return new KnownSend(null, [.. entries.Select(static entry => entry.Id)], round, sent);
            var end = EndOf(entries);
            if (end.Fault is not { IsRetryable: true } || round == MostRounds)
                return new KnownSend(end, [], round, sent);
        }
    }

    /// <summary>How entries of one message ended: the last part's result, or the first failure.</summary>
    public static PartResult EndOf(IReadOnlyList<OutboxEntry> entries) =>
        entries.FirstOrDefault(static entry => entry.State is OutboxState.Failed or OutboxState.Dropped) is { } failed
            ? PartResult.Failed(failed.State == OutboxState.Dropped ? Dropped : SendFaultText.Read(failed.Error))
            : new PartResult(entries[^1].PlatformId, entries[^1].ChatId);

    /// <summary>An operator took it out.</summary>
    public static SendFault Dropped { get; } = new(SendFaultKind.Refused, "an operator removed it from the queue");
}
