namespace OpenClaw.Client.Identity;

/// <summary>A device token a gateway has issued to this installation (spec 01 §8.3).</summary>
public sealed record StoredDeviceToken
{
    /// <summary>The secret. Never logged.</summary>
    public required string Token { get; init; }

    /// <summary><c>operator</c> or <c>node</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The scopes the token carries.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>When it was stored, epoch milliseconds.</summary>
    public long UpdatedAtMs { get; init; }
}
