namespace OpenClaw.Protocol.Usage;

/// <summary>Tokens and cost over a period.</summary>
public record UsageTotals
{
    /// <summary>Input tokens.</summary>
    public required long Input { get; init; }

    /// <summary>Output tokens.</summary>
    public required long Output { get; init; }

    /// <summary>Tokens read from the provider's cache.</summary>
    public required long CacheRead { get; init; }

    /// <summary>Tokens written to it.</summary>
    public required long CacheWrite { get; init; }

    /// <summary>All tokens.</summary>
    public required long TotalTokens { get; init; }

    /// <summary>US dollars.</summary>
    public required double TotalCost { get; init; }

    /// <summary>Messages without a known price.</summary>
    public required long MissingCostEntries { get; init; }
}
