namespace OpenClaw.Protocol.Events;

/// <summary>Payload of <c>tick</c>.</summary>
public sealed record TickEvent
{
    /// <summary>Epoch milliseconds.</summary>
    public required long Ts { get; init; }
}
