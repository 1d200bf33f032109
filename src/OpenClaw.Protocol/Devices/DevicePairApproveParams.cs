using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Devices;

/// <summary>Params of <c>device.pair.approve</c>.</summary>
public sealed record DevicePairApproveParams
{
    /// <summary>Id of the open request.</summary>
    [Size(Min = 1)]
    public required string RequestId { get; init; }
}
