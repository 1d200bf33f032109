using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Outbound.Queue;

/// <summary>What the journal knows of messages that were asked for before.</summary>
/// <param name="journal">The journal.</param>
internal sealed class KnownSends(IMessageJournal journal)
{
    /// <summary>Why a part is not sent whose message has failed already.</summary>
    public static SendFault EarlierPart { get; } = new(SendFaultKind.Refused, "an earlier part of the same message was not sent");

    /// <summary>An operator took it out.</summary>
    public static SendFault Dropped { get; } = new(SendFaultKind.Refused, "an operator removed it from the queue");

    /// <summary>The parts of a message, in order; empty when it was never asked for.</summary>
    public Task<IReadOnlyList<OutboxEntry>> FindAsync(string messageKey, CancellationToken ct) => journal.FindByKeyAsync(messageKey, ct);

    /// <summary>True while some part is on its way.</summary>
    public static bool IsOpen(IReadOnlyList<OutboxEntry> entries) =>
        entries.Any(static entry => entry.State is OutboxState.Waiting or OutboxState.Sending);

    /// <summary>How entries of one message ended: the last part's result, or the first failure.</summary>
    public static PartResult EndOf(IReadOnlyList<OutboxEntry> entries) =>
        entries.FirstOrDefault(static entry => entry.State is OutboxState.Failed or OutboxState.Dropped) is { } failed
            ? PartResult.Failed(failed.State == OutboxState.Dropped ? Dropped : SendFaultText.Read(failed.Error))
            : new PartResult(entries[^1].PlatformId, entries[^1].ChatId);

    /// <summary>Brings the parts that were not sent back to life, and returns them as they are now.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> ReviveAsync(IReadOnlyList<OutboxEntry> entries, CancellationToken ct)
    {
        // From the last one: when this is cut off, no later part is ever sent without the earlier one.
        OutboxEntry[] ended = [.. entries.Where(static entry => entry.State is OutboxState.Failed or OutboxState.Dropped)];
        foreach (var entry in ended.Reverse())
            await journal.MarkAsync(entry.Id, new OutboxMark(OutboxState.Waiting), ct).ConfigureAwait(false);
        var revived = new List<OutboxEntry>(ended.Length);
        foreach (var entry in ended)
        {
            if (await journal.FindAsync(entry.Id, ct).ConfigureAwait(false) is { } now)
                revived.Add(now);
        }

        return revived;
    }
}
