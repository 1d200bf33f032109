using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Chat;

/// <summary>Payload of <c>chat</c>: a run as a conversation sees it (spec 01 §13).</summary>
public sealed record ChatEvent
{
    /// <summary>Run.</summary>
    public required string RunId { get; init; }

    /// <summary>Session, as the caller wrote it.</summary>
    public required string SessionKey { get; init; }

    /// <summary>Seq of the agent event behind it.</summary>
    [Bounds(Min = 0)]
    public required long Seq { get; init; }

    /// <summary>What happened.</summary>
    [Values("delta", "final", "aborted", "error")]
    public required string State { get; init; }

    /// <summary>State delta: what was added, for newer clients.</summary>
    public string? DeltaText { get; init; }

    /// <summary>True when <see cref="DeltaText"/> replaces everything said before in this message, instead of following it.</summary>
    public bool? Replace { get; init; }

    /// <summary>States delta and final: the message so far.</summary>
    public ChatMessage? Message { get; init; }

    /// <summary>State error: at most 240 characters.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>State aborted: <c>rpc</c>, <c>stop</c> or <c>timeout</c>.</summary>
    public string? StopReason { get; init; }
}
