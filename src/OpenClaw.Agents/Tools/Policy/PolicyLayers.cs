using OpenClaw.Agents.Models;
using OpenClaw.Agents.Sessions;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Tools.Policy;

/// <summary>The layers of a session, in the order of spec 09 §1.</summary>
internal static class PolicyLayers
{
    private static readonly string[] s_sandboxAllow =
        ["exec", "process", "read", "write", "edit", "apply_patch", "image", "sessions_list", "sessions_history", "sessions_send", "sessions_spawn", "session_status"];

    private static readonly string[] s_sandboxDeny =
        ["browser", "canvas", "nodes", "cron", "gateway", "telegram", "whatsapp", "discord", "googlechat", "slack", "signal", "imessage"];

    private static readonly string[] s_subagentDeny =
    [
        "sessions_list", "sessions_history", "sessions_send", "sessions_spawn", "gateway", "agents_list", "whatsapp_login", "session_status", "cron",
        "memory_search", "memory_get",
    ];

    /// <summary>All layers that apply.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="agent">Entry of the session's agent; null: it has none.</param>
    /// <param name="scene">Who uses tools, where.</param>
    /// <param name="parentKey">The session that a sub-agent belongs to: what its group may not, its sub-agents may not either.</param>
    public static IReadOnlyList<PolicyLayer> For(OpenClawConfig config, AgentConfig? agent, ToolScene scene, string? parentKey)
    {
        var (all, own) = (config.Tools, agent?.Tools ?? new AgentToolsConfig());
        var (model, ownModel) = (ByProvider(all.ByProvider, scene.Model?.Ref), ByProvider(own.ByProvider, scene.Model?.Ref));
        PolicyLayer?[] layers =
        [
            PolicyLayer.Profile("tools.profile", own.Policy.Profile ?? all.Policy.Profile, own.Policy.AlsoAllow ?? all.Policy.AlsoAllow),
            PolicyLayer.Profile("tools.byProvider.profile", ownModel?.Profile ?? model?.Profile, ownModel?.AlsoAllow ?? model?.AlsoAllow),
            PolicyLayer.Lists("tools", all.Policy),
            PolicyLayer.Lists("tools.byProvider", model),
            PolicyLayer.Lists("agents.list[].tools", own.Policy),
            PolicyLayer.Lists("agents.list[].tools.byProvider", ownModel),
            GroupPolicy.For(config.Channels, scene.SessionKey, scene.AccountId, scene.Caller),
            parentKey is null ? null : GroupPolicy.For(config.Channels, parentKey, scene.AccountId, scene.Caller),
            Sandboxed(config, agent, scene.SessionKey) ? Sandbox(own.Sandbox ?? all.Sandbox) : null,
            SessionKeys.IsSubagent(scene.SessionKey) ? Subagent(all.Subagents) : null,
        ];
        return [.. layers.OfType<PolicyLayer>()];
    }

    /// <summary>Whether the tools of a session are to run in a sandbox.</summary>
    public static bool Sandboxed(OpenClawConfig config, AgentConfig? agent, string sessionKey) =>
        (agent?.Sandbox?.Mode ?? config.Agents.Defaults.Sandbox.Mode) switch
        {
            "all" => true,
            "non-main" => SessionKeys.Parse(sessionKey)?.Rest != SessionKeys.Main,
            _ => false,
        };

    /// <summary>The entry of the model, else that of its provider.</summary>
    private static ToolPolicyConfig? ByProvider(IReadOnlyDictionary<string, ToolPolicyConfig> entries, ModelRef? model)
    {
        if (model is not { } used)
            return null;
        ToolPolicyConfig? forProvider = null;
        foreach (var (key, policy) in entries)
        {
            if (key.Equals(used.ToString(), StringComparison.OrdinalIgnoreCase) || ModelRef.Parse(key) == used)
                return policy;
            if (!key.Contains('/', StringComparison.Ordinal) && ModelRef.NormalizeProvider(key) == used.Provider)
                forProvider = policy;
        }

        return forProvider;
    }

    private static PolicyLayer Sandbox(ToolPolicyConfig? policy)
    {
        var allow = policy?.Allow is { Count: > 0 } listed ? [.. listed, "image"] : s_sandboxAllow;
        return new PolicyLayer(
            "tools.sandbox.tools", new ToolPatterns([.. allow, .. policy?.AlsoAllow ?? []]), new ToolPatterns(policy?.Deny ?? s_sandboxDeny));
    }

    /// <summary>What is denied by default may be allowed by name; a configured deny wins over that too.</summary>
    private static PolicyLayer Subagent(ToolPolicyConfig? policy)
    {
        var named = new ToolPatterns((IEnumerable<string>)[.. policy?.Allow ?? [], .. policy?.AlsoAllow ?? []]);
        var deny = s_subagentDeny.Where(name => !named.Contains(name));
        return new PolicyLayer(
            "tools.subagents.tools",
            new ToolPatterns(policy?.Allow is { Count: > 0 } listed ? [.. listed, .. policy.AlsoAllow ?? []] : []),
            new ToolPatterns([.. deny, .. policy?.Deny ?? []]));
    }
}
