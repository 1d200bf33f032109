using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Agent;

/// <summary>How a run ended, or that it has not.</summary>
public sealed record AgentWaitResult
{
    /// <summary>Run.</summary>
    public required string RunId { get; init; }

    /// <summary><c>timeout</c> also for an unknown run.</summary>
    [Values("ok", "error", "timeout")]
    public required string Status { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    public long? StartedAt { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    public long? EndedAt { get; init; }

    /// <summary>Text of the failure.</summary>
    public string? Error { get; init; }
}
