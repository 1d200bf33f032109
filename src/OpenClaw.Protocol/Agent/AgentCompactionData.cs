using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Agent;

/// <summary><see cref="AgentEvent.Data"/> of stream <c>compaction</c>.</summary>
public sealed record AgentCompactionData
{
    /// <summary>What happened.</summary>
    [Values("start", "end")]
    public required string Phase { get; init; }

    /// <summary>Phase end: the prompt is sent again.</summary>
    public bool? WillRetry { get; init; }
}
