using System.Globalization;

namespace OpenClaw.Cli.Terminal;

/// <summary>Times as people say them.</summary>
internal static class Ago
{
    /// <summary><c>5m ago</c>, from epoch milliseconds.</summary>
    public static string Since(long? atMs, TimeProvider time) =>
        atMs is { } at ? $"{Span(TimeSpan.FromMilliseconds(Math.Max(0, time.GetUtcNow().ToUnixTimeMilliseconds() - at)))} ago" : "unknown";

    /// <summary><c>42s</c>, <c>5m</c>, <c>3h</c>, <c>2d</c>.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => "0s",
        { TotalMinutes: < 1 } => Whole(span.TotalSeconds, "s"),
        { TotalHours: < 1 } => Whole(span.TotalMinutes, "m"),
        { TotalDays: < 2 } => Whole(span.TotalHours, "h"),
        _ => Whole(span.TotalDays, "d"),
    };

    private static string Whole(double value, string unit) => ((long)value).ToString(CultureInfo.InvariantCulture) + unit;
}
