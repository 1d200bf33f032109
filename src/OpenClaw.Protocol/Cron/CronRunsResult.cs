namespace OpenClaw.Protocol.Cron;

/// <summary>Result of <c>cron.runs</c>.</summary>
public sealed record CronRunsResult
{
    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<CronRunEntry> Entries { get; init; }
}
