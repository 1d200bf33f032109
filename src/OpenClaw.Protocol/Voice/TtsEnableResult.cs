namespace OpenClaw.Protocol.Voice;

/// <summary>Result of <c>tts.enable</c>.</summary>
public sealed record TtsEnableResult
{
    /// <summary>Replies are spoken.</summary>
    public required bool Enabled { get; init; }
}
