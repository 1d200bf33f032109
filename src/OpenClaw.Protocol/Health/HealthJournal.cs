namespace OpenClaw.Protocol.Health;

/// <summary>The journal of messages in a <see cref="HealthResult"/>.</summary>
public sealed record HealthJournal
{
    /// <summary>Received, no end yet.</summary>
    public required long Inbox { get; init; }

    /// <summary>To be sent.</summary>
    public required long Outbox { get; init; }

    /// <summary>Sends that were given up.</summary>
    public required long Failed { get; init; }

    /// <summary>Sends that were repeated although the first try may have been taken.</summary>
    public required long Uncertain { get; init; }

    /// <summary>Why no message can be kept at the moment, with the fix: nothing is received or sent until then. Absent when all is well.</summary>
    public string? Problem { get; init; }
}
