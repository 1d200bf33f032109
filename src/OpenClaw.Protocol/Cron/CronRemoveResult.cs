namespace OpenClaw.Protocol.Cron;

/// <summary>Result of <c>cron.remove</c>.</summary>
public sealed record CronRemoveResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>False when there was no such job.</summary>
    public required bool Removed { get; init; }
}
