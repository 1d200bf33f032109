using OpenClaw.Protocol.Cron;

namespace OpenClaw.Agents.Cron;

/// <summary>When a job is due (spec 09 §6.2). Times are epoch milliseconds.</summary>
public static class CronTimes
{
    /// <summary>Nothing repeats faster than this, whatever a job says.</summary>
    public const long ShortestIntervalMs = 1000;

    // The last moment a client's date type can show (year 275760); the host's own ends with 9999.
    private const long Latest = 253_402_300_799_999;

    /// <summary>Why a schedule cannot be kept; null when it can.</summary>
    public static string? Problem(CronSchedule schedule, long nowMs, TimeZoneInfo hostZone)
    {
        if (schedule.Kind == "at")
            return schedule.AtMs is >= 0 and <= Latest ? null : "schedule.atMs: is not a time";
        if (schedule.Kind == "every")
            return schedule.EveryMs is >= 1 and <= Latest ? null : "schedule.everyMs: must be at least 1 and less than 8000 years";
        if (schedule.Kind != "cron")
            return $"schedule.kind: must be at, every or cron, not \"{schedule.Kind}\"";
        if (Zone(schedule.Tz, hostZone) is not { } zone)
            return $"schedule.tz: \"{schedule.Tz}\" is not a time zone; use a name such as Europe/Copenhagen";
        var (expression, problem) = CronExpressionText.Parse(schedule.Expr ?? string.Empty);
        if (expression is null)
            return $"schedule.expr: {problem}";
        return expression.Next(At(nowMs), zone) is null ? $"schedule.expr: \"{schedule.Expr}\" never comes true" : null;
    }

    /// <summary>
    /// The next time after now; null when there is none. A time once given (<c>at</c>) is returned also when it has passed: whether it
    /// was kept is for its job to know.
    /// </summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="createdAtMs">What intervals are counted from when the schedule does not say.</param>
    /// <param name="nowMs">Now.</param>
    /// <param name="hostZone">Zone of expressions that name none.</param>
    public static long? Next(CronSchedule schedule, long createdAtMs, long nowMs, TimeZoneInfo hostZone) => schedule.Kind switch
    {
        "at" => schedule.AtMs,
        "every" => Every(schedule, createdAtMs, nowMs),
        "cron" => Zone(schedule.Tz, hostZone) is { } zone && CronExpressionText.Parse(schedule.Expr ?? string.Empty).Expression is { } expression
            ? expression.Next(At(nowMs), zone)?.ToUnixTimeMilliseconds()
            : null,
        _ => null,
    };

    // Counted from a fixed point, so that the length of a run never moves the next one.
    private static long? Every(CronSchedule schedule, long createdAtMs, long nowMs)
    {
        if (schedule.EveryMs is not >= 1)
            return null;
        var step = Math.Min(Math.Max(schedule.EveryMs.Value, ShortestIntervalMs), Latest);
        var anchor = Math.Clamp(schedule.AnchorMs ?? createdAtMs, 0, Latest);
        if (nowMs < anchor)
            return anchor;
        var next = anchor + ((((nowMs - anchor) / step) + 1) * step);
        return next <= Latest ? next : null;
    }

    private static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    private static TimeZoneInfo? Zone(string? name, TimeZoneInfo hostZone)
    {
        if (string.IsNullOrWhiteSpace(name))
            return hostZone;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name.Trim(), out var zone) ? zone : null;
    }
}
