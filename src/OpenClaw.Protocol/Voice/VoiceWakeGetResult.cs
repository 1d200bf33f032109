namespace OpenClaw.Protocol.Voice;

/// <summary>Result of <c>voicewake.get</c>.</summary>
public sealed record VoiceWakeGetResult
{
    /// <summary>Words that wake the assistant.</summary>
    public required IReadOnlyList<string> Triggers { get; init; }
}
