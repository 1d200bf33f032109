using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Tools.Policy;

/// <summary>The tool policy of the configuration (spec 09 §1): read at every run, so that a change counts at the next one.</summary>
/// <param name="agents">The configuration, and which agents there are.</param>
/// <param name="sessions">Knows which session a sub-agent belongs to.</param>
public sealed class ToolPolicy(AgentDirectory agents, SessionStore sessions) : IToolFilter
{
    private static readonly ToolPatterns s_ownerOnly = new(["whatsapp_login"]);

    /// <inheritdoc/>
    public IReadOnlyList<ITool> Filter(IReadOnlyList<ITool> tools, ToolScene scene)
    {
        ArgumentNullException.ThrowIfNull(tools);
        ArgumentNullException.ThrowIfNull(scene);
        if (!agents.IsKnown(scene.AgentId))
            return [];
        var layers = Layers(scene);
        return [.. tools.Where(tool => Allows(layers, tool.Definition, scene))];
    }

    /// <summary>True when the tools of the session are to run in a sandbox.</summary>
    public bool IsSandboxed(string agentId, string sessionKey) => PolicyLayers.Sandboxed(agents.Config, agents.Entry(agentId), sessionKey);

    private IReadOnlyList<PolicyLayer> Layers(ToolScene scene)
    {
        var parent = SessionKeys.IsSubagent(scene.SessionKey) ? sessions.Find(scene.SessionKey)?.SpawnedBy : null;
        return PolicyLayers.For(agents.Config, agents.Entry(scene.AgentId), scene, parent);
    }

    private static bool Allows(IReadOnlyList<PolicyLayer> layers, ToolDefinition tool, ToolScene scene) =>
        layers.All(layer => layer.LetsThrough(tool.Name, tool.Source)) && (scene.Caller.IsOwner || !s_ownerOnly.Contains(tool.Name));
}
