namespace OpenClaw.Protocol.Transcripts;

/// <summary>Price of one model call.</summary>
public sealed record TranscriptCost
{
    /// <summary>US dollars.</summary>
    public required double Input { get; init; }

    /// <summary>US dollars.</summary>
    public required double Output { get; init; }

    /// <summary>US dollars.</summary>
    public required double CacheRead { get; init; }

    /// <summary>US dollars.</summary>
    public required double CacheWrite { get; init; }

    /// <summary>US dollars.</summary>
    public required double Total { get; init; }
}
