using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Events;

/// <summary>Payload of <c>shutdown</c>.</summary>
public sealed record ShutdownEvent
{
    /// <summary><c>gateway stopping</c> or <c>gateway restarting</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>Milliseconds until it should be back; absent when it will not be.</summary>
    [OrNull]
    public long? RestartExpectedMs { get; init; }
}
