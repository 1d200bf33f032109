using OpenClaw.Protocol.Devices;

namespace OpenClaw.Gateway.ControlPlane.Devices;

/// <summary>What a connecting device asks to be paired as.</summary>
internal sealed record PairingRequest
{
    public required string DeviceId { get; init; }

    /// <summary>Raw key, base64url.</summary>
    public required string PublicKey { get; init; }

    public required string Role { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public string? DisplayName { get; init; }

    public string? Platform { get; init; }

    public string? ClientId { get; init; }

    public string? ClientMode { get; init; }

    public string? RemoteIp { get; init; }

    /// <summary>The caller is on this host, so nobody needs to be asked.</summary>
    public bool Silent { get; init; }

    /// <summary>The request as it is filed.</summary>
    public PendingDevice ToPending(string requestId, bool isRepair, long ts) => new()
    {
        RequestId = requestId,
        DeviceId = DeviceId,
        PublicKey = PublicKey,
        DisplayName = DisplayName,
        Platform = Platform,
        ClientId = ClientId,
        ClientMode = ClientMode,
        Role = Role,
        Roles = [Role],
        Scopes = Scopes,
        RemoteIp = RemoteIp,
        Silent = Silent,
        IsRepair = isRepair,
        Ts = ts,
    };
}
