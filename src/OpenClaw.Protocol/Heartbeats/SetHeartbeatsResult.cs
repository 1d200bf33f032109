namespace OpenClaw.Protocol.Heartbeats;

/// <summary>The switch as it is now.</summary>
public sealed record SetHeartbeatsResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>Heartbeats run.</summary>
    public required bool Enabled { get; init; }
}
