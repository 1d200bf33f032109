namespace OpenClaw.Protocol.Devices;

/// <summary>A token of a paired device for one role, as stored. Holds the secret: never send it.</summary>
public sealed record DeviceToken
{
    /// <summary>The secret, 32 hex characters.</summary>
    public required string Token { get; init; }

    /// <summary>Role it is for.</summary>
    public required string Role { get; init; }

    /// <summary>Scopes it covers; sorted, unique.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Epoch ms.</summary>
    public required long CreatedAtMs { get; init; }

    /// <summary>Last rotation, epoch ms.</summary>
    public long? RotatedAtMs { get; init; }

    /// <summary>Revocation, epoch ms; such a token opens nothing.</summary>
    public long? RevokedAtMs { get; init; }

    /// <summary>Last accepted use, epoch ms.</summary>
    public long? LastUsedAtMs { get; init; }
}
