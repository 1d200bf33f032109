using OpenClaw.Agents.Sessions;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Agents.Identity;

/// <summary>Which agents there are, and where each keeps its things (spec 08 §1). Reads the configuration at every question.</summary>
/// <param name="paths">Decided once per process.</param>
/// <param name="snapshot">The current configuration.</param>
public sealed class AgentDirectory(ConfigPaths paths, Func<ConfigSnapshot> snapshot)
{
    /// <summary>The current configuration.</summary>
    public OpenClawConfig Config => snapshot().Config;

    /// <summary>The environment with what the configuration adds.</summary>
    public EnvironmentVariables Environment => snapshot().Environment;

    /// <summary>Directories of this process.</summary>
    public ConfigPaths Paths => paths;

    /// <summary>First entry marked default, else the first entry, else <c>main</c>.</summary>
    public string DefaultId
    {
        get
        {
            var list = Config.Agents.List;
            var entry = list.FirstOrDefault(static agent => agent.Default) ?? (list.Count > 0 ? list[0] : null);
            return AgentIds.Normalize(entry?.Id);
        }
    }

    /// <summary>What session keys mean now.</summary>
    public SessionKeyRules KeyRules =>
        new(DefaultId, Config.Session.Scope == SessionKeys.Global, Config.Session.MainKey);

    /// <summary>Where sessions are kept now.</summary>
    public SessionPaths SessionPaths => new(paths.StateDir, paths.Home, Config.Session.Store);

    /// <summary>
    /// Configured agents, the default one first and the rest sorted; without configuration, the default one and those with a folder.
    /// </summary>
    public IReadOnlyList<string> Ids()
    {
        var first = DefaultId;
        var list = Config.Agents.List;
        var others = list.Count > 0 ? list.Select(static agent => AgentIds.Normalize(agent.Id)) : SessionPaths.KnownAgents();
        return [first, .. others.Where(id => id != first).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// True when the id may be used: any id while no agents are configured, only configured ones otherwise.
    /// </summary>
    public bool IsKnown(string agentId) =>
        Config.Agents.List.Count == 0 || Config.Agents.List.Any(agent => AgentIds.Normalize(agent.Id) == agentId);

    /// <summary>The configuration entry of an agent.</summary>
    public AgentConfig? Entry(string agentId) =>
        Config.Agents.List.FirstOrDefault(agent => AgentIds.Normalize(agent.Id) == agentId);

    /// <summary>Credentials and other state of an agent.</summary>
    public string AgentDir(string agentId)
    {
        if (Entry(agentId)?.AgentDir is { } configured)
            return paths.Expand(configured);
        if (agentId == DefaultId && Environment.FirstOf("OPENCLAW_AGENT_DIR", "PI_CODING_AGENT_DIR") is { } named)
            return paths.Expand(named);
        return Path.Combine(paths.AgentsDir, AgentIds.Normalize(agentId), "agent");
    }

    /// <summary>Working directory of an agent.</summary>
    public string Workspace(string agentId)
    {
        if (Entry(agentId)?.Workspace is { } configured)
            return paths.Expand(configured);
        if (agentId != DefaultId)
            return Path.Combine(paths.Home, ".openclaw", $"workspace-{AgentIds.Normalize(agentId)}");
        return Config.Agents.Defaults.Workspace is { } shared ? paths.Expand(shared) : paths.Workspace;
    }
}
