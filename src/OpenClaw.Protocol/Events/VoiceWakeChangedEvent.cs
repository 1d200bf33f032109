namespace OpenClaw.Protocol.Events;

/// <summary>Payload of <c>voicewake.changed</c>.</summary>
public sealed record VoiceWakeChangedEvent
{
    /// <summary>Wake words.</summary>
    public required IReadOnlyList<string> Triggers { get; init; }
}
