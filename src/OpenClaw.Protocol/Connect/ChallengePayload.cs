namespace OpenClaw.Protocol.Connect;

/// <summary>Payload of <c>connect.challenge</c>, sent the moment a socket opens.</summary>
public sealed record ChallengePayload
{
    /// <summary>Random UUID, unique per socket; goes into the device signature.</summary>
    public required string Nonce { get; init; }

    /// <summary>Server clock, epoch milliseconds.</summary>
    public required long Ts { get; init; }
}
