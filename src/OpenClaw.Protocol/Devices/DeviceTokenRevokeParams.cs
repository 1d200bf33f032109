using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Devices;

/// <summary>Params of <c>device.token.revoke</c>.</summary>
public sealed record DeviceTokenRevokeParams
{
    /// <summary>Paired device.</summary>
    [Size(Min = 1)]
    public required string DeviceId { get; init; }

    /// <summary>Role whose token is revoked.</summary>
    [Size(Min = 1)]
    public required string Role { get; init; }
}
