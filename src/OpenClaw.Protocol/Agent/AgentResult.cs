using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Agent;

/// <summary>Answer of <c>agent</c>, sent twice under one id: accepted, then final.</summary>
public sealed record AgentResult
{
    /// <summary>The idempotency key.</summary>
    public required string RunId { get; init; }

    /// <summary>Which of the two answers this is.</summary>
    [Values("accepted", "ok", "error")]
    public required string Status { get; init; }

    /// <summary>First answer: epoch milliseconds.</summary>
    public long? AcceptedAt { get; init; }

    /// <summary>Final answer: <c>completed</c>, or the error.</summary>
    public string? Summary { get; init; }

    /// <summary>Final answer: what the run produced.</summary>
    public AgentRunResult? Result { get; init; }
}
