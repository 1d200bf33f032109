namespace OpenClaw.Protocol.Agent;

/// <summary>Name and looks of an agent.</summary>
public sealed record AgentIdentity
{
    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Character.</summary>
    public string? Theme { get; init; }

    /// <summary>Emoji.</summary>
    public string? Emoji { get; init; }

    /// <summary>As configured.</summary>
    public string? Avatar { get; init; }

    /// <summary>URL or data URL of the avatar.</summary>
    public string? AvatarUrl { get; init; }
}
