using System.Text.Json.Nodes;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Credentials;

/// <summary>How a credential has been doing: one value of <c>usageStats</c>, read and changed in place so that unknown members stay.</summary>
public static class ProfileUsage
{
    private const int MaxCooldownSteps = 3;
    private static readonly TimeSpan s_firstCooldown = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_longestCooldown = TimeSpan.FromHours(1);

    /// <summary>Until when it rests; null when it is free.</summary>
    public static DateTimeOffset? RestingUntil(JsonObject? stats, DateTimeOffset now)
    {
        var until = Math.Max(Number(stats, "cooldownUntil"), Number(stats, "disabledUntil"));
        return until > now.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(until, 253402300799999)) : null;
    }

    /// <summary>When it was last used, epoch milliseconds; 0: never.</summary>
    public static long LastUsed(JsonObject? stats) => Number(stats, "lastUsed");

    /// <summary>It worked: all is forgiven.</summary>
    public static void Succeeded(JsonObject stats, DateTimeOffset now)
    {
        stats["lastUsed"] = now.ToUnixTimeMilliseconds();
        stats["errorCount"] = 0;
        foreach (var name in (ReadOnlySpan<string>)["cooldownUntil", "disabledUntil", "disabledReason", "failureCounts"])
            stats.Remove(name);
    }

    /// <summary>
    /// It failed. Rests 1, 5, 25 and then 60 minutes; an account that cannot pay rests for hours, doubling up to a day. Failures longer
    /// ago than the window are forgotten first.
    /// </summary>
    /// <param name="stats">The entry.</param>
    /// <param name="provider">Whose credential it is.</param>
    /// <param name="reason">One of <see cref="FailureReason"/>.</param>
    /// <param name="limits">The configured numbers.</param>
    /// <param name="now">The present.</param>
    public static void Failed(JsonObject stats, string provider, string reason, AuthCooldownsConfig limits, DateTimeOffset now)
    {
        var ms = now.ToUnixTimeMilliseconds();
        var last = Number(stats, "lastFailureAt");
        var forgotten = last > 0 && ms - last > limits.FailureWindowHours * TimeSpan.MillisecondsPerHour;
        var errors = (forgotten ? 0 : Number(stats, "errorCount")) + 1;
        if (forgotten || stats["failureCounts"] is not JsonObject counts)
            stats["failureCounts"] = counts = [];
        var count = Number(counts, reason) + 1;
        counts[reason] = count;
        stats["errorCount"] = errors;
        stats["lastFailureAt"] = ms;
        if (reason == FailureReason.Billing)
        {
            stats["disabledUntil"] = ms + (long)BillingRest(provider, count, limits).TotalMilliseconds;
            stats["disabledReason"] = FailureReason.Billing;
        }
        else
        {
            stats["cooldownUntil"] = ms + (long)Cooldown(errors).TotalMilliseconds;
        }
    }

    /// <summary>Rest after the n-th failure in a row.</summary>
    public static TimeSpan Cooldown(long errors)
    {
        var rest = s_firstCooldown * Math.Pow(5, Math.Clamp(errors - 1, 0, MaxCooldownSteps));
        return rest < s_longestCooldown ? rest : s_longestCooldown;
    }

    /// <summary>Rest of an account after the n-th refusal to pay.</summary>
    public static TimeSpan BillingRest(string provider, long count, AuthCooldownsConfig limits)
    {
        var first = limits.BillingBackoffHoursByProvider.TryGetValue(provider, out var own) ? own : limits.BillingBackoffHours;
        return TimeSpan.FromHours(Math.Min(first * Math.Pow(2, Math.Clamp(count - 1, 0, 10)), Math.Max(limits.BillingMaxHours, 0)));
    }

    internal static long Number(JsonObject? entry, string name)
    {
        if (entry?[name] is not JsonValue value)
            return 0;
        return value.TryGetValue<long>(out var whole) ? whole
            : value.TryGetValue<double>(out var number) && Math.Abs(number) < 1e15 ? (long)number
            : value.TryGetValue<int>(out var small) ? small : 0;
    }
}
