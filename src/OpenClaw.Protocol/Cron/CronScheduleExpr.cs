using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>Branch of <see cref="CronSchedule"/>: by expression.</summary>
public sealed record CronScheduleExpr
{
    /// <summary><c>cron</c>.</summary>
    [Values("cron")]
    public required string Kind { get; init; }

    /// <summary>Cron expression.</summary>
    [Size(Min = 1)]
    public required string Expr { get; init; }

    /// <summary>Time zone name.</summary>
    public string? Tz { get; init; }
}
