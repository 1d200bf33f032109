using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Sessions.Reset;

/// <summary>When a session is over and the next message begins a new one (spec 08 §6).</summary>
/// <param name="AtHour">Local hour of the host at which every day begins anew; null: days do not count.</param>
/// <param name="Idle">Silence after which a session is over; null: silence does not count.</param>
public sealed record ResetPolicy(int? AtHour, TimeSpan? Idle)
{
    private const int UsualHour = 4;
    private const long UsualIdleMinutes = 60;
    private const string IdleMode = "idle";

    /// <summary>The policy of a conversation: the channel's own, which replaces everything, else the type's over the general one.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="kind">What sort of conversation it is.</param>
    /// <param name="channel">Channel id; null when it came over none.</param>
    public static ResetPolicy For(SessionConfig config, ConversationKind kind, string? channel)
    {
        ArgumentNullException.ThrowIfNull(config);
        if (channel is not null && config.ResetByChannel.FirstOrDefault(entry => entry.Key.Equals(channel, StringComparison.OrdinalIgnoreCase)).Value is { } own)
            return Of(own.Mode, own.AtHour, own.IdleMinutes);
        var type = config.ResetByType.GetValueOrDefault(Name(kind));
        var general = config.Reset;

        // The legacy key alone means idle mode; beside any newer key it only adds its minutes.
        var legacyOnly = general is null && config.ResetByType.Count == 0 && config.IdleMinutes is not null;
        return Of(
            type?.Mode ?? general?.Mode ?? (legacyOnly ? IdleMode : null),
            type?.AtHour ?? general?.AtHour,
            type?.IdleMinutes ?? general?.IdleMinutes ?? config.IdleMinutes);
    }

    /// <summary>True when a session last active at <paramref name="updatedAt"/> is over at <paramref name="now"/>.</summary>
    /// <param name="updatedAt">Last activity.</param>
    /// <param name="now">Now.</param>
    /// <param name="zone">Time zone of the host.</param>
    public bool IsStale(DateTimeOffset updatedAt, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (AtHour is { } hour && updatedAt < LastBoundary(hour, now, zone))
            return true;
        return Idle is { } idle && now - updatedAt > idle;
    }

    /// <summary>
    /// The latest moment, not after <paramref name="now"/>, at which clocks in the zone struck the hour. On the day the clocks go forward
    /// over it, that is the moment they do; when they go back over it, the first of the two.
    /// </summary>
    public static DateTimeOffset LastBoundary(int hour, DateTimeOffset now, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var day = TimeZoneInfo.ConvertTime(now, zone).Date;
        var boundary = At(day, hour, zone);
        return boundary <= now ? boundary : At(day.AddDays(-1), hour, zone);
    }

    private static DateTimeOffset At(DateTime day, int hour, TimeZoneInfo zone)
    {
        var local = DateTime.SpecifyKind(day.AddHours(hour), DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    private static ResetPolicy Of(string? mode, long? atHour, long? idleMinutes)
    {
        var idle = idleMinutes is { } minutes ? TimeSpan.FromMinutes(Math.Clamp(minutes, 1, 525_600_000)) : (TimeSpan?)null;
        return mode == IdleMode
            ? new ResetPolicy(null, idle ?? TimeSpan.FromMinutes(UsualIdleMinutes))
            : new ResetPolicy((int)Math.Clamp(atHour ?? UsualHour, 0, 23), idle);
    }

    private static string Name(ConversationKind kind) => kind switch
    {
        ConversationKind.Thread => "thread",
        ConversationKind.Group => "group",
        _ => "dm",
    };
}
