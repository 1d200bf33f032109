namespace OpenClaw.Protocol.Voice;

/// <summary><c>settings/voicewake.json</c>.</summary>
public sealed record VoiceWakeFile
{
    /// <summary>Words that wake the assistant.</summary>
    public required IReadOnlyList<string> Triggers { get; init; }

    /// <summary>Epoch ms.</summary>
    public required long UpdatedAtMs { get; init; }
}
