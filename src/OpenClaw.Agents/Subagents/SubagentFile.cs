namespace OpenClaw.Agents.Subagents;

/// <summary><c>subagents/runs.json</c>.</summary>
internal sealed record SubagentFile
{
    public int Version { get; init; } = 2;

    public Dictionary<string, SubagentRecord> Runs { get; init; } = [];
}
