using OpenClaw.Agents.Identity;

namespace OpenClaw.Agents.Sessions;

/// <summary>Making, reading and canonicalising session keys (spec 08 §2).</summary>
public static class SessionKeys
{
    /// <summary>The word clients use for the default agent's main session.</summary>
    public const string Main = "main";

    /// <summary>The one key of <c>session.scope = "global"</c>.</summary>
    public const string Global = "global";

    /// <summary>Fallback key, hidden from lists by default.</summary>
    public const string Unknown = "unknown";

    private const string AgentPrefix = "agent";

    /// <summary>
    /// Splits an agent key; null when the text is not one. Empty parts between colons are dropped and the agent id is normalised, so a
    /// key cannot name a folder outside the state directory.
    /// </summary>
    public static AgentKey? Parse(string? key)
    {
        var parts = (key ?? string.Empty).Trim().Split(':', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 3 || parts[0] != AgentPrefix)
            return null;
        return new AgentKey(AgentIds.Normalize(parts[1]), string.Join(':', parts.Skip(2)));
    }

    /// <summary>The main session of an agent.</summary>
    public static string ForMain(string agentId, SessionKeyRules rules) =>
        rules.GlobalScope ? Global : Of(agentId, Main);

    /// <summary>The key under which a caller's key is stored.</summary>
    public static string Canonical(string key, SessionKeyRules rules)
    {
        var text = key.Trim();
        if (text.Length == 0)
            return ForMain(rules.DefaultAgentId, rules);
        if (text is Global or Unknown)
            return text;
        if (Parse(text) is { } agentKey)
            return rules.IsMainWord(agentKey.Rest) ? ForMain(agentKey.AgentId, rules) : agentKey.ToString();
        return rules.IsMainWord(text) ? ForMain(rules.DefaultAgentId, rules) : Of(rules.DefaultAgentId, text);
    }

    /// <summary>The agent a canonical key belongs to.</summary>
    public static string AgentOf(string canonicalKey, SessionKeyRules rules) =>
        Parse(canonicalKey)?.AgentId ?? rules.DefaultAgentId;

    /// <summary>A direct chat.</summary>
    public static string Direct(string agentId, DirectScope scope, string channel, string account, string peer) => scope switch
    {
        DirectScope.PerPeer => Of(agentId, $"dm:{Peer(peer)}"),
        DirectScope.PerChannelPeer => Of(agentId, $"{channel}:dm:{Peer(peer)}"),
        DirectScope.PerAccountChannelPeer => Of(agentId, $"{channel}:{AgentIds.Normalize(account, "default")}:dm:{Peer(peer)}"),
        _ => Of(agentId, Main),
    };

    /// <summary>A group chat.</summary>
    public static string Group(string agentId, string channel, string groupId) => Of(agentId, $"{channel}:group:{Peer(groupId)}");

    /// <summary>A topic of a Telegram forum group.</summary>
    public static string Topic(string agentId, string chatId, string threadId) =>
        Of(agentId, $"telegram:group:{Peer(chatId)}:topic:{threadId}");

    /// <summary>A channel or room.</summary>
    public static string Channel(string agentId, string channel, string channelId) =>
        Of(agentId, $"{channel}:channel:{Peer(channelId)}");

    /// <summary>A thread below another session.</summary>
    public static string Thread(string baseKey, string threadId) => $"{baseKey}:thread:{threadId.ToLowerInvariant()}";

    /// <summary>Any other key of an agent: <c>cron:&lt;id&gt;</c>, <c>hook:&lt;id&gt;</c>, <c>node-&lt;id&gt;</c>, <c>subagent:&lt;id&gt;</c> …</summary>
    public static string Of(string agentId, string rest) => $"{AgentPrefix}:{AgentIds.Normalize(agentId)}:{rest.ToLowerInvariant()}";

    /// <summary>The session a thread or topic hangs under; null when the key is neither.</summary>
    public static string? ThreadParent(string key)
    {
        var cut = Math.Max(key.LastIndexOf(":thread:", StringComparison.Ordinal), key.LastIndexOf(":topic:", StringComparison.Ordinal));
        return cut > 0 ? key[..cut] : null;
    }

    /// <summary>True for sessions made for sub-agents.</summary>
    public static bool IsSubagent(string key) =>
        (Parse(key)?.Rest ?? key).StartsWith("subagent:", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the text names a group or channel rather than a person (spec 08 §2, last paragraph).</summary>
    public static bool LooksLikeGroup(string peer) =>
        peer.Contains(":group:", StringComparison.Ordinal)
        || peer.Contains(":channel:", StringComparison.Ordinal)
        || peer.EndsWith("@g.us", StringComparison.OrdinalIgnoreCase);

    /// <summary>Trimmed and lower-cased; empty becomes <c>unknown</c>.</summary>
    public static string Peer(string? peer)
    {
        var text = (peer ?? string.Empty).Trim().ToLowerInvariant();
        return text.Length == 0 ? Unknown : text;
    }
}
