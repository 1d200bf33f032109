namespace OpenClaw.Protocol.Connect;

/// <summary>What the connection was granted; holds a device token when one exists. Printing it shows no secret.</summary>
public sealed record HelloAuth
{
    /// <summary>Token to present instead of the shared secret next time.</summary>
    public string? DeviceToken { get; init; }

    /// <summary>Granted role.</summary>
    public required string Role { get; init; }

    /// <summary>Granted scopes.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>When the token was issued or rotated.</summary>
    public long? IssuedAtMs { get; init; }

    /// <summary>How the client got in; newer clients only.</summary>
    public string? Method { get; init; }

    /// <summary>Role and scopes only: the token is a secret.</summary>
    public override string ToString() => $"{nameof(HelloAuth)} {{ Role = {Role}, Scopes = {string.Join(',', Scopes)} }}";
}
