using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Agent;

/// <summary>Params of <c>agent.wait</c>.</summary>
public sealed record AgentWaitParams
{
    /// <summary>Run.</summary>
    [Size(Min = 1)]
    public required string RunId { get; init; }

    /// <summary>Absent means 30000; 0 looks only at finished runs.</summary>
    [Bounds(Min = 0)]
    public long? TimeoutMs { get; init; }
}
