namespace OpenClaw.Channels.Inbound;

/// <summary>Who answers a message, and in which session.</summary>
/// <param name="AgentId">Agent.</param>
/// <param name="SessionKey">Canonical session key.</param>
/// <param name="MainSessionKey">The agent's main session: direct chats leave their last route there.</param>
public sealed record InboundRoute(string AgentId, string SessionKey, string MainSessionKey)
{
    /// <summary>The agent's name, for mention patterns and prefixes; null: it has none.</summary>
    public string? IdentityName { get; init; }

    /// <summary>The agent's emoji.</summary>
    public string? IdentityEmoji { get; init; }

    /// <summary>Mention patterns of the agent itself; null: it has none of its own, the general ones hold (spec 10 §3.4).</summary>
    public IReadOnlyList<string>? MentionPatterns { get; init; }

    /// <summary><c>/activation</c> of the session: <c>mention</c>, <c>always</c>, or null.</summary>
    public string? Activation { get; init; }

    /// <summary>When the session was last used, epoch milliseconds; null: never.</summary>
    public long? LastActivityAt { get; init; }
}
