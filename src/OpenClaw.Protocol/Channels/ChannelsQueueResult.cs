namespace OpenClaw.Protocol.Channels;

/// <summary>What waits in the journal of messages, or what was changed there.</summary>
public sealed record ChannelsQueueResult
{
    /// <summary>How much is in it.</summary>
    public required QueueCounts Counts { get; init; }

    /// <summary>Entries of a list, oldest first.</summary>
    public IReadOnlyList<QueueEntry>? Items { get; init; }

    /// <summary>How many entries were tried anew or removed.</summary>
    public long? Changed { get; init; }

    /// <summary>Why nothing can be written at the moment, with the fix.</summary>
    public string? Problem { get; init; }
}
