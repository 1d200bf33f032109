namespace OpenClaw.Protocol.Cron;

/// <summary>Result of <c>cron.list</c>.</summary>
public sealed record CronListResult
{
    /// <summary>Jobs by next run.</summary>
    public required IReadOnlyList<CronJob> Jobs { get; init; }
}
