namespace OpenClaw.Protocol.Devices;

/// <summary>Result of <c>device.pair.approve</c>.</summary>
public sealed record DevicePairApproveResult
{
    /// <summary>The request that was approved.</summary>
    public required string RequestId { get; init; }

    /// <summary>The device, now paired.</summary>
    public required PairedDeviceView Device { get; init; }
}
