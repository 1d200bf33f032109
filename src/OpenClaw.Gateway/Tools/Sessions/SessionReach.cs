using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Tools;
using OpenClaw.Agents.Tools.Policy;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Tools;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Gateway.Tools.Sessions;

/// <summary>
/// Which sessions a session may see and talk to (spec 09 §2): those of its own agent; those of other agents where both are on
/// <c>tools.agentToAgent</c>; a sandboxed one only those it spawned.
/// </summary>
internal sealed class SessionReach(SessionStore store, SessionList list, ToolPolicy policy)
{
    private const string Spawned = "spawned";

    private AgentDirectory Agents => store.Agents;

    /// <summary>The session that is meant, or why it is out of reach.</summary>
    /// <param name="scene">Who asks.</param>
    /// <param name="named">A key, <c>main</c>, or a session id.</param>
    public SessionFound Find(ToolScene scene, string named)
    {
        var key = Canonical(scene, named);
        var entry = store.Find(key);
        if (entry is null && Guid.TryParse(named.Trim(), out _))
        {
            var (byId, _) = list.Resolve(new SessionsResolveParams { SessionId = named.Trim() });
            (key, entry) = byId is null ? (key, null) : (byId, store.Find(byId));
        }

        // Whether a session of another agent exists is not told to one that may not see it.
        if (Forbidden(scene, key, entry) is { } forbidden)
            return new SessionFound(key, null, forbidden, IsForbidden: true);
        return entry is null ? new SessionFound(key, null, $"Unknown sessionKey: {key}") : new SessionFound(key, entry);
    }

    /// <summary>The session of this label.</summary>
    public SessionFound FindLabel(ToolScene scene, string label, string? agentId)
    {
        var agent = agentId is null ? scene.AgentId : AgentIds.Normalize(agentId);
        if (AcrossAgents(scene.AgentId, agent) is { } refused)
            return new SessionFound(label, null, refused, IsForbidden: true);
        var (key, problem) = list.Resolve(new SessionsResolveParams { Label = label, AgentId = agent });
        return key is null ? new SessionFound(label, null, problem) : Find(scene, key);
    }

    /// <summary>All sessions in reach, the latest first.</summary>
    public IEnumerable<(string Key, StoredSession Entry)> All(ToolScene scene) => list.All()
        .Where(pair => pair.Key is not (SessionKeys.Unknown or SessionKeys.Global) || (pair.Key == SessionKeys.Global && Agents.KeyRules.GlobalScope))
        .Where(pair => Forbidden(scene, pair.Key, pair.Entry) is null)
        .OrderByDescending(static pair => pair.Entry.UpdatedAt ?? 0)
        .ThenBy(static pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Why an agent may not reach another; null: it may.</summary>
    public string? AcrossAgents(string from, string to)
    {
        if (from == to)
            return null;
        var rules = Agents.Config.Tools.AgentToAgent;
        if (!rules.Enabled)
            return $"agent \"{from}\" may not reach agent \"{to}\": set tools.agentToAgent.enabled=true to let agents talk to each other";
        return Named(rules, from) && Named(rules, to)
            ? null
            : $"agent \"{from}\" may not reach agent \"{to}\": tools.agentToAgent.allow must name both";
    }

    /// <summary>A key as the asking agent means it: without an agent it is one of its own.</summary>
    private string Canonical(ToolScene scene, string named)
    {
        var text = named.Trim();
        if (text is SessionKeys.Global or SessionKeys.Unknown || SessionKeys.Parse(text) is not null)
            return store.Canonical(text);
        return Agents.KeyRules.IsMainWord(text) ? SessionKeys.ForMain(scene.AgentId, Agents.KeyRules) : store.Canonical(SessionKeys.Of(scene.AgentId, text));
    }

    private string? Forbidden(ToolScene scene, string key, StoredSession? entry)
    {
        if (key == scene.SessionKey)
            return null;
        if (AcrossAgents(scene.AgentId, store.AgentOf(key)) is { } refused)
            return refused;
        return policy.IsSandboxed(scene.AgentId, scene.SessionKey) && Visibility(scene.AgentId) == Spawned && entry?.SpawnedBy != scene.SessionKey
            ? "a sandboxed session sees only the sessions it spawned (sandbox.sessionToolsVisibility)"
            : null;
    }

    private string Visibility(string agentId) =>
        Agents.Entry(agentId)?.Sandbox?.SessionToolsVisibility ?? Agents.Config.Agents.Defaults.Sandbox.SessionToolsVisibility ?? Spawned;

    private static bool Named(AgentToAgentConfig rules, string agentId) =>
        rules.Allow.Count == 0 || rules.Allow.Any(pattern => ToolNames.Matches(pattern.Trim().ToLowerInvariant(), agentId));
}
