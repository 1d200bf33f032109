using OpenClaw.Protocol.Devices;

namespace OpenClaw.Gateway.ControlPlane.Devices;

/// <summary>Readings of a stored device that tolerate what older files leave out.</summary>
internal static class PairedDevices
{
    /// <summary>The roles a person approved.</summary>
    public static IReadOnlyList<string> ApprovedRoles(this PairedDevice? device) =>
        device?.Roles is { Count: > 0 } roles ? roles : device?.Role is { } role ? [role] : [];

    /// <summary>The token of a role, or null.</summary>
    public static DeviceToken? TokenOf(this PairedDevice device, string role) => device.Tokens?.GetValueOrDefault(role);

    /// <summary>A copy of the tokens, by role.</summary>
    public static Dictionary<string, DeviceToken> TokenMap(this PairedDevice? device) =>
        device?.Tokens is { } tokens ? new Dictionary<string, DeviceToken>(tokens, StringComparer.Ordinal) : new(StringComparer.Ordinal);

    /// <summary>The device with one token replaced.</summary>
    public static PairedDevice WithToken(this PairedDevice device, DeviceToken token)
    {
        var tokens = device.TokenMap();
        tokens[token.Role] = token;
        return device with { Tokens = tokens };
    }

    /// <summary>The device after the approval of a request: the requested role and scopes besides what it had, and a token for the role.</summary>
    public static PairedDevice Approved(PendingDevice request, PairedDevice? old, DeviceToken token, long now)
    {
        // Another key under the same id has nothing of the old one's standing.
        var standing = old?.PublicKey == request.PublicKey ? old : null;
        var tokens = standing.TokenMap();
        tokens[token.Role] = token;
        return new PairedDevice
        {
            DeviceId = request.DeviceId,
            PublicKey = request.PublicKey,
            DisplayName = request.DisplayName,
            Platform = request.Platform,
            ClientId = request.ClientId,
            ClientMode = request.ClientMode,
            Role = token.Role,
            Roles = ScopeSets.Union(standing.ApprovedRoles(), [token.Role]),
            Scopes = ScopeSets.Union(standing?.Scopes ?? [], request.Scopes ?? []) is { Count: > 0 } scopes ? scopes : null,
            RemoteIp = request.RemoteIp,
            Tokens = tokens,
            CreatedAtMs = old?.CreatedAtMs ?? now,
            ApprovedAtMs = now,
            Extra = standing?.Extra,
        };
    }
}
