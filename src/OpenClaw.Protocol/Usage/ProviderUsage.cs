namespace OpenClaw.Protocol.Usage;

/// <summary>Allowances of one provider.</summary>
public sealed record ProviderUsage
{
    /// <summary>Provider id.</summary>
    public required string Provider { get; init; }

    /// <summary>Name for people.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Its windows.</summary>
    public required IReadOnlyList<UsageWindow> Windows { get; init; }

    /// <summary>Plan name.</summary>
    public string? Plan { get; init; }

    /// <summary>Why nothing could be read.</summary>
    public string? Error { get; init; }
}
