using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>When a job runs: once, at intervals, or by a cron expression.</summary>
[AnyOf(typeof(CronScheduleAt), typeof(CronScheduleEvery), typeof(CronScheduleExpr))]
public sealed record CronSchedule
{
    /// <summary><c>at</c>, <c>every</c> or <c>cron</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>at</c>: epoch ms.</summary>
    public long? AtMs { get; init; }

    /// <summary><c>every</c>: milliseconds between runs.</summary>
    public long? EveryMs { get; init; }

    /// <summary><c>every</c>: epoch ms that runs are counted from; default the creation.</summary>
    public long? AnchorMs { get; init; }

    /// <summary><c>cron</c>: five or six fields.</summary>
    public string? Expr { get; init; }

    /// <summary><c>cron</c>: time zone name; default the host's.</summary>
    public string? Tz { get; init; }
}
