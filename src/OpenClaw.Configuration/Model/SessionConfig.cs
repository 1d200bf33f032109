using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Model;

/// <summary><c>session</c>.</summary>
public sealed record SessionConfig
{
    /// <summary><c>per-sender</c> or <c>global</c>.</summary>
    public string Scope { get; init; } = "per-sender";

    /// <summary><c>main</c>, <c>per-peer</c>, <c>per-channel-peer</c> or <c>per-account-channel-peer</c>.</summary>
    public string DmScope { get; init; } = "main";

    /// <summary>Ids of one person on several channels (<c>peer</c> or <c>channel:peer</c>) by the name they share.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> IdentityLinks { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Always <c>main</c> in the effective config.</summary>
    public string MainKey { get; init; } = "main";

    /// <summary>Path with <c>{agentId}</c>; null: under the agent.</summary>
    public string? Store { get; init; }

    /// <summary>Null: <c>/new</c> and <c>/reset</c>.</summary>
    public IReadOnlyList<string>? ResetTriggers { get; init; }

    /// <summary>Legacy form of <see cref="Reset"/>.</summary>
    public long? IdleMinutes { get; init; }

    /// <summary>For every session.</summary>
    public SessionResetConfig? Reset { get; init; }

    /// <summary>By <c>dm</c>, <c>group</c>, <c>thread</c>.</summary>
    public IReadOnlyDictionary<string, SessionResetConfig> ResetByType { get; init; } = new Dictionary<string, SessionResetConfig>();

    /// <summary>By channel id.</summary>
    public IReadOnlyDictionary<string, SessionResetConfig> ResetByChannel { get; init; } = new Dictionary<string, SessionResetConfig>();

    /// <summary>Who may be written to.</summary>
    public SendPolicyConfig? SendPolicy { get; init; }

    /// <summary>How often two agents may answer each other, 0 to 5.</summary>
    public int MaxPingPongTurns { get; init; } = 5;

    /// <summary><c>never</c>, <c>instant</c>, <c>thinking</c> or <c>message</c>; null: as the agents' defaults say.</summary>
    public string? TypingMode { get; init; }

    /// <summary>Seconds between typing signals; null: as the agents' defaults say.</summary>
    public long? TypingIntervalSeconds { get; init; }

    /// <summary>Everything, for what has no property here yet.</summary>
    public JsonObject? Raw { get; init; }

    private static SessionConfig Defaults { get; } = new();

    internal static SessionConfig Read(ConfigNode node) => new()
    {
        Scope = node.Text("scope") ?? Defaults.Scope,
        DmScope = node.Text("dmScope") ?? Defaults.DmScope,
        IdentityLinks = node.TextsMap("identityLinks"),
        MainKey = node.Text("mainKey") ?? Defaults.MainKey,
        Store = node.Text("store"),
        ResetTriggers = node.Texts("resetTriggers"),
        IdleMinutes = node.Whole("idleMinutes"),
        Reset = node.Section("reset").Object is null ? null : SessionResetConfig.Read(node.Section("reset")),
        ResetByType = node.Map("resetByType", SessionResetConfig.Read),
        ResetByChannel = node.Map("resetByChannel", SessionResetConfig.Read),
        SendPolicy = node.Section("sendPolicy").Object is null ? null : SendPolicyConfig.Read(node.Section("sendPolicy")),
        MaxPingPongTurns = Math.Clamp(node.Section("agentToAgent").Count("maxPingPongTurns") ?? Defaults.MaxPingPongTurns, 0, 5),
        TypingMode = node.Text("typingMode"),
        TypingIntervalSeconds = node.Whole("typingIntervalSeconds"),
        Raw = node.Object,
    };
}
