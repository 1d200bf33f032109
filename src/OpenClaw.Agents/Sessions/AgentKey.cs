namespace OpenClaw.Agents.Sessions;

/// <summary>The two halves of <c>agent:&lt;agentId&gt;:&lt;rest&gt;</c>.</summary>
/// <param name="AgentId">Normalised agent id.</param>
/// <param name="Rest">Everything after it, empty parts removed.</param>
public readonly record struct AgentKey(string AgentId, string Rest)
{
    /// <inheritdoc/>
    public override string ToString() => $"agent:{AgentId}:{Rest}";
}
