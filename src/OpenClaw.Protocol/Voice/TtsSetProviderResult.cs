namespace OpenClaw.Protocol.Voice;

/// <summary>Result of <c>tts.setProvider</c>.</summary>
public sealed record TtsSetProviderResult
{
    /// <summary>Who speaks now.</summary>
    public required string Provider { get; init; }
}
