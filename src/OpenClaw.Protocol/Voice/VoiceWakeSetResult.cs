namespace OpenClaw.Protocol.Voice;

/// <summary>Result of <c>voicewake.set</c>.</summary>
public sealed record VoiceWakeSetResult
{
    /// <summary>Words that wake the assistant now.</summary>
    public required IReadOnlyList<string> Triggers { get; init; }
}
