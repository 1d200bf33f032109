namespace OpenClaw.Protocol.Devices;

/// <summary>A paired device as results show it: token values are left out.</summary>
public sealed record PairedDeviceView
{
    /// <summary>Device id: SHA-256 of the key, hex.</summary>
    public required string DeviceId { get; init; }

    /// <summary>Raw Ed25519 key, base64url.</summary>
    public required string PublicKey { get; init; }

    /// <summary>Name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Platform text of its last connect.</summary>
    public string? Platform { get; init; }

    /// <summary>Client id of its last connect.</summary>
    public string? ClientId { get; init; }

    /// <summary>Client mode of its last connect.</summary>
    public string? ClientMode { get; init; }

    /// <summary>Role of its last connect.</summary>
    public string? Role { get; init; }

    /// <summary>Approved roles.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>Approved scopes.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Reported address of its last connect.</summary>
    public string? RemoteIp { get; init; }

    /// <summary>First approval, epoch ms.</summary>
    public required long CreatedAtMs { get; init; }

    /// <summary>Latest approval, epoch ms.</summary>
    public required long ApprovedAtMs { get; init; }

    /// <summary>Tokens sorted by role; absent when there are none.</summary>
    public IReadOnlyList<DeviceTokenView>? Tokens { get; init; }

    /// <summary>The device as it may be shown.</summary>
    public static PairedDeviceView Of(PairedDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return new()
        {
            DeviceId = device.DeviceId,
            PublicKey = device.PublicKey,
            DisplayName = device.DisplayName,
            Platform = device.Platform,
            ClientId = device.ClientId,
            ClientMode = device.ClientMode,
            Role = device.Role,
            Roles = device.Roles,
            Scopes = device.Scopes,
            RemoteIp = device.RemoteIp,
            CreatedAtMs = device.CreatedAtMs,
            ApprovedAtMs = device.ApprovedAtMs,
            Tokens = device.Tokens is { Count: > 0 } tokens
                ? [.. tokens.Values.OrderBy(t => t.Role, StringComparer.Ordinal).Select(DeviceTokenView.Of)]
                : null,
        };
    }
}
