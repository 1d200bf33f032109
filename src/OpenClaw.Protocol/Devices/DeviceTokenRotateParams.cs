using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Devices;

/// <summary>Params of <c>device.token.rotate</c>.</summary>
public sealed record DeviceTokenRotateParams
{
    /// <summary>Paired device.</summary>
    [Size(Min = 1)]
    public required string DeviceId { get; init; }

    /// <summary>Role whose token is replaced; created when it has none.</summary>
    [Size(Min = 1)]
    public required string Role { get; init; }

    /// <summary>New scopes; default those of the old token. A caller without admin may only give scopes it holds.</summary>
    [ItemSize(Min = 1)]
    public IReadOnlyList<string>? Scopes { get; init; }
}
