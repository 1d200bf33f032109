using System.Globalization;

namespace OpenClaw.Channels.Envelopes;

/// <summary>Times as they stand in envelopes.</summary>
public static class EnvelopeTime
{
    // Names that people use for what the time zone data calls so; elsewhere the same letters mean something else, so the offset counts too.
    private static readonly Dictionary<string, double> s_named = new(StringComparer.Ordinal)
    {
        ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7,
        ["AKST"] = -9, ["AKDT"] = -8, ["HST"] = -10, ["HDT"] = -9, ["AST"] = -4, ["ADT"] = -3,
    };

    /// <summary><c>2026-01-15T10:30Z</c>, or <c>2026-01-15 11:30 GMT+1</c> in a time zone that is not UTC by name; an unknown zone means UTC.</summary>
    /// <param name="time">The moment.</param>
    /// <param name="settings">Which zone.</param>
    /// <param name="host">Zone of the host.</param>
    public static string Format(DateTimeOffset time, EnvelopeSettings settings, TimeZoneInfo host)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (Zone(settings, host) is not { } zone)
            return time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
        var there = TimeZoneInfo.ConvertTime(time, zone);
        return string.Create(CultureInfo.InvariantCulture, $"{there:yyyy-MM-dd HH:mm} {Name(zone, there)}");
    }

    /// <summary><c>45s</c>, <c>12m</c>, <c>3h</c>, <c>2d</c>, rounded down.</summary>
    public static string Elapsed(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalSeconds}s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}m"),
        { TotalDays: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalDays}d"),
    };

    private static TimeZoneInfo? Zone(EnvelopeSettings settings, TimeZoneInfo host)
    {
        var name = settings.Timezone?.Trim() ?? string.Empty;
        if (name.Equals("user", StringComparison.OrdinalIgnoreCase))
            name = settings.UserTimezone?.Trim() ?? string.Empty;
        return name.ToLowerInvariant() switch
        {
            "utc" or "gmt" => null,
            "" or "local" or "host" => host,
            _ => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null,
        };
    }

    private static string Name(TimeZoneInfo zone, DateTimeOffset there)
    {
        if (there.Offset == TimeSpan.Zero)
            return zone.Id is "UTC" or "Etc/UTC" or "Etc/UCT" or "Zulu" or "Etc/Zulu" ? "UTC" : "GMT";

        // The names of the zone data itself; the program carries no other.
        var name = zone.IsDaylightSavingTime(there) ? zone.DaylightName : zone.StandardName;
        if (s_named.TryGetValue(name, out var hours) && there.Offset == TimeSpan.FromHours(hours))
            return name;
        var sign = there.Offset < TimeSpan.Zero ? '-' : '+';
        var offset = there.Offset.Duration();
        return offset.Minutes == 0
            ? string.Create(CultureInfo.InvariantCulture, $"GMT{sign}{(int)offset.TotalHours}")
            : string.Create(CultureInfo.InvariantCulture, $"GMT{sign}{(int)offset.TotalHours}:{offset.Minutes:00}");
    }
}
