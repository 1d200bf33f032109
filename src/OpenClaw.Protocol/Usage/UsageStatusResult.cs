namespace OpenClaw.Protocol.Usage;

/// <summary>Result of <c>usage.status</c>.</summary>
public sealed record UsageStatusResult
{
    /// <summary>Epoch ms.</summary>
    public required long UpdatedAt { get; init; }

    /// <summary>Providers with credentials.</summary>
    public required IReadOnlyList<ProviderUsage> Providers { get; init; }
}
