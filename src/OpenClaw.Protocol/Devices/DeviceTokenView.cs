namespace OpenClaw.Protocol.Devices;

/// <summary>A <see cref="DeviceToken"/> without its value.</summary>
public sealed record DeviceTokenView
{
    /// <summary>Role it is for.</summary>
    public required string Role { get; init; }

    /// <summary>Scopes it covers.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Epoch ms.</summary>
    public required long CreatedAtMs { get; init; }

    /// <summary>Last rotation, epoch ms.</summary>
    public long? RotatedAtMs { get; init; }

    /// <summary>Revocation, epoch ms.</summary>
    public long? RevokedAtMs { get; init; }

    /// <summary>Last accepted use, epoch ms.</summary>
    public long? LastUsedAtMs { get; init; }

    /// <summary>The token as it may be shown.</summary>
    public static DeviceTokenView Of(DeviceToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new()
        {
            Role = token.Role,
            Scopes = token.Scopes,
            CreatedAtMs = token.CreatedAtMs,
            RotatedAtMs = token.RotatedAtMs,
            RevokedAtMs = token.RevokedAtMs,
            LastUsedAtMs = token.LastUsedAtMs,
        };
    }
}
