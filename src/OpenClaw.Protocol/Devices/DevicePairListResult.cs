namespace OpenClaw.Protocol.Devices;

/// <summary>Result of <c>device.pair.list</c>.</summary>
public sealed record DevicePairListResult
{
    /// <summary>Open requests, newest first.</summary>
    public required IReadOnlyList<PendingDevice> Pending { get; init; }

    /// <summary>Paired devices, newest approval first.</summary>
    public required IReadOnlyList<PairedDeviceView> Paired { get; init; }
}
