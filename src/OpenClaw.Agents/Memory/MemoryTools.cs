using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Memory;

/// <summary>Offers <c>memory_search</c> and <c>memory_get</c> to agents whose memory search is on.</summary>
public sealed class MemoryTools(MemorySearch memory) : IToolSource
{
    private readonly ITool[] _tools = [new MemorySearchTool(memory), new MemoryGetTool(memory)];

    /// <inheritdoc/>
    public IEnumerable<ITool> Tools(ToolScene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        return memory.Config(scene.AgentId).Enabled ? _tools : [];
    }
}
