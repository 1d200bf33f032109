namespace OpenClaw.Protocol.Channels;

/// <summary>How much the journal of messages holds that is not finished.</summary>
public sealed record QueueCounts
{
    /// <summary>Received, no end yet.</summary>
    public required long Inbox { get; init; }

    /// <summary>To be sent.</summary>
    public required long Outbox { get; init; }

    /// <summary>Sends that were given up.</summary>
    public required long Failed { get; init; }

    /// <summary>Sends that were repeated although the first try may have been taken.</summary>
    public required long Uncertain { get; init; }
}
