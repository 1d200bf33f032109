namespace OpenClaw.Protocol.Voice;

/// <summary>Result of <c>tts.disable</c>.</summary>
public sealed record TtsDisableResult
{
    /// <summary>Replies are spoken.</summary>
    public required bool Enabled { get; init; }
}
