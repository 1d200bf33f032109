using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Chat;

/// <summary>Answer of <c>chat.send</c>: a run, or what a stop text stopped.</summary>
public sealed record ChatSendResult
{
    /// <summary>Stop text: true.</summary>
    public bool? Ok { get; init; }

    /// <summary>Stop text: something was running.</summary>
    public bool? Aborted { get; init; }

    /// <summary>Stop text: what was stopped.</summary>
    public IReadOnlyList<string>? RunIds { get; init; }

    /// <summary>The idempotency key.</summary>
    public string? RunId { get; init; }

    /// <summary>Where the run is.</summary>
    [Values("started", "in_flight", "ok", "error")]
    public string? Status { get; init; }

    /// <summary>Text of a failure.</summary>
    public string? Summary { get; init; }
}
