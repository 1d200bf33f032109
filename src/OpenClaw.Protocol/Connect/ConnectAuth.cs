namespace OpenClaw.Protocol.Connect;

/// <summary>What the client presents to be let in. Printing it shows no secret.</summary>
public sealed record ConnectAuth
{
    /// <summary>Shared token, or a device token.</summary>
    public string? Token { get; init; }

    /// <summary>Shared password.</summary>
    public string? Password { get; init; }

    /// <summary>Device token; newer clients send it here.</summary>
    public string? DeviceToken { get; init; }

    /// <summary>Set-up code of a newer client.</summary>
    public string? BootstrapToken { get; init; }

    /// <summary>Newer clients only.</summary>
    public string? ApprovalRuntimeToken { get; init; }

    /// <summary>Newer clients only.</summary>
    public string? AgentRuntimeIdentityToken { get; init; }

    /// <summary>The type name only: the members are secrets.</summary>
    public override string ToString() => nameof(ConnectAuth);
}
