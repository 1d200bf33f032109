namespace OpenClaw.Protocol.Cron;

/// <summary>Result of <c>cron.run</c>, sent when the run has ended.</summary>
public sealed record CronRunResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>Whether it ran.</summary>
    public required bool Ran { get; init; }

    /// <summary>Why it did not: <c>not-due</c>.</summary>
    public string? Reason { get; init; }
}
