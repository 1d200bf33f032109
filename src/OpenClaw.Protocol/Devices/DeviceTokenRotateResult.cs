namespace OpenClaw.Protocol.Devices;

/// <summary>Result of <c>device.token.rotate</c>: the one answer that carries a token value.</summary>
public sealed record DeviceTokenRotateResult
{
    /// <summary>The device.</summary>
    public required string DeviceId { get; init; }

    /// <summary>The role.</summary>
    public required string Role { get; init; }

    /// <summary>The new secret.</summary>
    public required string Token { get; init; }

    /// <summary>Scopes it covers.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Epoch ms.</summary>
    public required long RotatedAtMs { get; init; }
}
