namespace OpenClaw.Protocol.Connect;

/// <summary>Limits the client should keep to.</summary>
public sealed record HelloPolicy
{
    /// <summary>Largest message the gateway accepts, in bytes.</summary>
    public required long MaxPayload { get; init; }

    /// <summary>Backlog at which a slow connection loses events or is closed, in bytes.</summary>
    public required long MaxBufferedBytes { get; init; }

    /// <summary>Milliseconds between ticks.</summary>
    public required long TickIntervalMs { get; init; }
}
