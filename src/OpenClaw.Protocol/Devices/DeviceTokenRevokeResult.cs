namespace OpenClaw.Protocol.Devices;

/// <summary>Result of <c>device.token.revoke</c>.</summary>
public sealed record DeviceTokenRevokeResult
{
    /// <summary>The device.</summary>
    public required string DeviceId { get; init; }

    /// <summary>The role.</summary>
    public required string Role { get; init; }

    /// <summary>Epoch ms.</summary>
    public required long RevokedAtMs { get; init; }
}
