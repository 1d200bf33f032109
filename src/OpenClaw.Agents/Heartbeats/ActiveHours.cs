using System.Globalization;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Heartbeats;

/// <summary>Whether a moment lies inside <c>heartbeat.activeHours</c> (spec 09 §7). An end before the start spans midnight.</summary>
public static class ActiveHours
{
    private const int DayMinutes = 24 * 60;

    /// <summary>True inside the hours, and when there are none.</summary>
    /// <param name="hours">As configured.</param>
    /// <param name="at">The moment.</param>
    /// <param name="userZone"><c>agents.defaults.userTimezone</c>.</param>
    /// <param name="hostZone">Zone of this machine.</param>
    public static bool Include(ActiveHoursConfig? hours, DateTimeOffset at, string? userZone, TimeZoneInfo hostZone)
    {
        if (hours is null || Minutes(hours.Start) is not { } start || Minutes(hours.End) is not { } end || start == end)
            return true;
        var local = TimeZoneInfo.ConvertTime(at, Zone(hours.Timezone, userZone, hostZone));
        var now = (local.Hour * 60) + local.Minute;
        return start < end ? now >= start && now < end : now >= start || now < end;
    }

    private static TimeZoneInfo Zone(string? name, string? userZone, TimeZoneInfo hostZone)
    {
        var wanted = name?.Trim() switch
        {
            null or "" or "user" => userZone,
            "local" => null,
            var other => other,
        };
        return !string.IsNullOrWhiteSpace(wanted) && TimeZoneInfo.TryFindSystemTimeZoneById(wanted, out var zone) ? zone : hostZone;
    }

    private static int? Minutes(string? text)
    {
        var parts = (text ?? string.Empty).Trim().Split(':');
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
            || minute > 59)
            return null;
        var minutes = (hour * 60) + minute;
        return minutes <= DayMinutes ? minutes : null;
    }
}
