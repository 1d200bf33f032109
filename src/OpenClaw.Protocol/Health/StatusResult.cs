namespace OpenClaw.Protocol.Health;

/// <summary>Result of <c>status</c> (spec 02 §2).</summary>
public sealed record StatusResult
{
    /// <summary>The channel that has to be linked.</summary>
    public LinkChannel? LinkChannel { get; init; }

    /// <summary>Heartbeats.</summary>
    public required StatusHeartbeat Heartbeat { get; init; }

    /// <summary>Lines for people.</summary>
    public required IReadOnlyList<string> ChannelSummary { get; init; }

    /// <summary>Waiting for the next prompt of the main session.</summary>
    public required IReadOnlyList<string> QueuedSystemEvents { get; init; }

    /// <summary>Sessions.</summary>
    public required StatusSessions Sessions { get; init; }
}
