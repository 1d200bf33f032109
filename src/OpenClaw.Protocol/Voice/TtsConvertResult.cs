namespace OpenClaw.Protocol.Voice;

/// <summary>Result of <c>tts.convert</c>.</summary>
public sealed record TtsConvertResult
{
    /// <summary>File with the speech.</summary>
    public required string AudioPath { get; init; }

    /// <summary>Who spoke.</summary>
    public required string Provider { get; init; }

    /// <summary>Format of the file.</summary>
    public required string OutputFormat { get; init; }

    /// <summary>Can be sent as a voice message.</summary>
    public required bool VoiceCompatible { get; init; }
}
