using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Voice;

/// <summary>Result of <c>tts.status</c>.</summary>
public sealed record TtsStatusResult
{
    /// <summary>Replies are spoken.</summary>
    public required bool Enabled { get; init; }

    /// <summary>When: <c>off</c>, <c>always</c>, <c>inbound</c> or <c>tagged</c>.</summary>
    public required string Auto { get; init; }

    /// <summary>Who speaks.</summary>
    public required string Provider { get; init; }

    /// <summary>Who speaks when that fails, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? FallbackProvider { get; init; }

    /// <summary>All who could.</summary>
    public required IReadOnlyList<string> FallbackProviders { get; init; }

    /// <summary>File of these choices.</summary>
    public required string PrefsPath { get; init; }

    /// <summary>A key is set.</summary>
    public required bool HasOpenAIKey { get; init; }

    /// <summary>A key is set.</summary>
    public required bool HasElevenLabsKey { get; init; }

    /// <summary>The free voice may be used.</summary>
    public required bool EdgeEnabled { get; init; }
}
