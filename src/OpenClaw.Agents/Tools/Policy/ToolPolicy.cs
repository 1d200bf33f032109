using OpenClaw.Agents.Identity;

namespace OpenClaw.Agents.Tools.Policy;

/// <summary>The tool policy of the configuration (spec 09 §1).</summary>
public sealed class ToolPolicy(AgentDirectory agents) : IToolFilter
{
    /// <inheritdoc/>
    public IReadOnlyList<ITool> Filter(IReadOnlyList<ITool> tools, ToolScene scene) => agents.IsKnown(scene.AgentId) ? tools : [];
}
