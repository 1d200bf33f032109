using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Voice;

/// <summary>One who can speak.</summary>
public sealed record TtsProvider
{
    /// <summary>Id.</summary>
    [Values("openai", "elevenlabs", "edge")]
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Can be used.</summary>
    public required bool Configured { get; init; }

    /// <summary>Models.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>Voices.</summary>
    public IReadOnlyList<string>? Voices { get; init; }
}
