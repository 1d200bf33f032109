using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Agent;

/// <summary><see cref="AgentEvent.Data"/> of stream <c>lifecycle</c>.</summary>
public sealed record AgentLifecycleData
{
    /// <summary>What happened.</summary>
    [Values("start", "end", "error")]
    public required string Phase { get; init; }

    /// <summary>Phase error: text.</summary>
    public string? Error { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    public long? StartedAt { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    public long? EndedAt { get; init; }

    /// <summary>The run was cut off.</summary>
    public bool? Aborted { get; init; }
}
