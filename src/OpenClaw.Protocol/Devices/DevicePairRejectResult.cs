namespace OpenClaw.Protocol.Devices;

/// <summary>Result of <c>device.pair.reject</c>.</summary>
public sealed record DevicePairRejectResult
{
    /// <summary>The request that was rejected.</summary>
    public required string RequestId { get; init; }

    /// <summary>The device it came from.</summary>
    public required string DeviceId { get; init; }
}
