namespace OpenClaw.Protocol.Config;

/// <summary>Something wrong at one place of the config.</summary>
public sealed record ConfigIssueRow
{
    /// <summary>Dotted path; empty for the root.</summary>
    public required string Path { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Message { get; init; }
}
