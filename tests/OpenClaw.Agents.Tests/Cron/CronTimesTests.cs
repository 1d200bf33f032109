using System.Globalization;
using OpenClaw.Agents.Cron;

namespace OpenClaw.Agents.Tests.Cron;

public sealed class CronTimesTests
{
    [Theory]
    [InlineData("*/15 * * * *", "2026-01-05T08:01:00Z", "2026-01-05T08:15:00Z")]
    [InlineData("5/20 * * * *", "2026-01-05T08:26:00Z", "2026-01-05T08:45:00Z")]
    [InlineData("0 9-17/4 * * *", "2026-01-05T09:30:00Z", "2026-01-05T13:00:00Z")]
    [InlineData("0 0 * * MON,wed", "2026-01-05T00:00:00Z", "2026-01-07T00:00:00Z")]
    [InlineData("0 0 * * 7", "2026-01-05T00:00:00Z", "2026-01-11T00:00:00Z")]
    [InlineData("0 0 1 jan-mar *", "2026-01-05T00:00:00Z", "2026-02-01T00:00:00Z")]
    [InlineData("0 0 L * *", "2026-02-05T00:00:00Z", "2026-02-28T00:00:00Z")]
    [InlineData("0 0 * * 5L", "2026-01-05T00:00:00Z", "2026-01-30T00:00:00Z")]
    [InlineData("0 0 * * 2#3", "2026-01-05T00:00:00Z", "2026-01-20T00:00:00Z")]
    [InlineData("30 0 12 * * *", "2026-01-05T08:00:00Z", "2026-01-05T12:00:30Z")]
    [InlineData("0 0 ? * *", "2026-01-05T08:00:00Z", "2026-01-06T00:00:00Z")]
    [InlineData("@daily", "2026-01-05T08:00:00Z", "2026-01-06T00:00:00Z")]
    public void Steps_names_last_days_and_nth_weekdays_mean_what_they_always_did(string expr, string after, string next) =>
        Assert.Equal(Ms(next), Next(expr, after, null));

    [Fact]
    public void A_day_of_month_and_a_weekday_together_mean_either()
    {
        Assert.Equal(Ms("2026-01-09T00:00:00Z"), Next("0 0 13 * FRI", "2026-01-05T00:00:00Z", null));
        Assert.Equal(Ms("2026-01-13T00:00:00Z"), Next("0 0 13 * FRI", "2026-01-09T00:00:00Z", null));
    }

    [Fact]
    public void In_spring_a_time_that_does_not_exist_moves_to_the_end_of_the_gap()
    {
        // Copenhagen, 29 March 2026: 02:00 becomes 03:00.
        Assert.Equal(Ms("2026-03-29T01:00:00Z"), Next("30 2 * * *", "2026-03-28T12:00:00Z", "Europe/Copenhagen"));
        Assert.Equal(Ms("2026-03-30T00:30:00Z"), Next("30 2 * * *", "2026-03-29T02:00:00Z", "Europe/Copenhagen"));
        Assert.Equal(Ms("2026-03-29T05:00:00Z"), Next("0 7 * * *", "2026-03-28T12:00:00Z", "Europe/Copenhagen"));
    }

    [Fact]
    public void In_autumn_a_time_that_comes_twice_is_kept_once()
    {
        // Copenhagen, 25 October 2026: 03:00 becomes 02:00.
        Assert.Equal(Ms("2026-10-25T00:30:00Z"), Next("30 2 * * *", "2026-10-24T12:00:00Z", "Europe/Copenhagen"));
        Assert.Equal(Ms("2026-10-26T01:30:00Z"), Next("30 2 * * *", "2026-10-25T00:30:00Z", "Europe/Copenhagen"));
        Assert.Equal(Ms("2026-10-25T01:15:00Z"), Next("*/15 * * * *", "2026-10-25T01:00:00Z", "Europe/Copenhagen"));
    }

    [Fact]
    public void Intervals_are_counted_from_a_fixed_point_and_never_overflow()
    {
        var schedule = CronBench.Every(TimeSpan.FromHours(1)) with { AnchorMs = 100 };
        Assert.Equal(100, CronTimes.Next(schedule, 0, 50, TimeZoneInfo.Utc));
        Assert.Equal(3_600_100, CronTimes.Next(schedule, 0, 100, TimeZoneInfo.Utc));
        Assert.Null(CronTimes.Next(schedule with { EveryMs = long.MaxValue }, 0, 1_000_000, TimeZoneInfo.Utc));
        Assert.NotNull(CronTimes.Problem(schedule with { EveryMs = long.MaxValue }, 0, TimeZoneInfo.Utc));
    }

    private static long? Next(string expr, string after, string? tz)
    {
        var schedule = CronBench.Expression(expr, tz);
        Assert.Null(CronTimes.Problem(schedule, Ms(after), TimeZoneInfo.Utc));
        return CronTimes.Next(schedule, 0, Ms(after), TimeZoneInfo.Utc);
    }

    private static long Ms(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
}
