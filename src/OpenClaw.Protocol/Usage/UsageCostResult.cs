namespace OpenClaw.Protocol.Usage;

/// <summary>Result of <c>usage.cost</c>.</summary>
public sealed record UsageCostResult
{
    /// <summary>Epoch ms.</summary>
    public required long UpdatedAt { get; init; }

    /// <summary>Days looked at.</summary>
    public required long Days { get; init; }

    /// <summary>Days with use, oldest first.</summary>
    public required IReadOnlyList<UsageDay> Daily { get; init; }

    /// <summary>The whole period.</summary>
    public required UsageTotals Totals { get; init; }
}
