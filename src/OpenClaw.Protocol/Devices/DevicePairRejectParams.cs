using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Devices;

/// <summary>Params of <c>device.pair.reject</c>.</summary>
public sealed record DevicePairRejectParams
{
    /// <summary>Id of the open request.</summary>
    [Size(Min = 1)]
    public required string RequestId { get; init; }
}
