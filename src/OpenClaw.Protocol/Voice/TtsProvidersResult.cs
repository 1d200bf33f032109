namespace OpenClaw.Protocol.Voice;

/// <summary>Result of <c>tts.providers</c>.</summary>
public sealed record TtsProvidersResult
{
    /// <summary>All of them.</summary>
    public required IReadOnlyList<TtsProvider> Providers { get; init; }

    /// <summary>The one in use.</summary>
    public required string Active { get; init; }
}
