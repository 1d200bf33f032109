using System.CommandLine;
using System.Globalization;
using OpenClaw.Cli.Terminal;
using OpenClaw.Protocol.Cron;

namespace OpenClaw.Cli.Commands.Cron;

/// <summary>What was typed, as the parts of a job; or the first thing that is wrong with it.</summary>
internal static class CronWish
{
    /// <summary>The schedule; null when none was given and none is needed.</summary>
    public static (CronSchedule? Schedule, string? Problem) Schedule(CronOptions options, ParseResult parsed, DateTimeOffset now, bool required)
    {
        string?[] given = [parsed.GetValue(options.At), parsed.GetValue(options.Every), parsed.GetValue(options.Cron)];
        var count = given.Count(static text => text is not null);
        if (count > 1 || (count == 0 && required))
            return (null, "choose exactly one of --at, --every and --cron");
        if (parsed.GetValue(options.Tz) is not null && given[2] is null)
            return (null, "--tz belongs to --cron");
        if (given[0] is { } at)
        {
            return Time(at, now) is { } ms
                ? (new CronSchedule { Kind = "at", AtMs = ms }, null)
                : (null, $"--at: \"{at}\" is neither an ISO time nor a time from now such as 20m");
        }

        if (given[1] is { } every)
        {
            return Duration.Parse(every) is { TotalMilliseconds: >= 1 } interval
                ? (new CronSchedule { Kind = "every", EveryMs = (long)interval.TotalMilliseconds }, null)
                : (null, $"--every: \"{every}\" is not a duration such as 30m");
        }

        return given[2] is { } expr ? (new CronSchedule { Kind = "cron", Expr = expr, Tz = parsed.GetValue(options.Tz) }, null) : (null, null);
    }

    /// <summary>The payload; null when nothing of it was given and none is needed.</summary>
    /// <param name="options">The options.</param>
    /// <param name="parsed">What was typed.</param>
    /// <param name="session"><c>main</c>, <c>isolated</c>, or null when it was not said.</param>
    /// <param name="required">True for a new job.</param>
    public static (CronPayload? Payload, string? Problem) Payload(CronOptions options, ParseResult parsed, string? session, bool required)
    {
        var (text, message) = (parsed.GetValue(options.SystemEvent), parsed.GetValue(options.Message));
        if (text is not null && message is not null || (required && text is null && message is null))
            return (null, "choose exactly one of --system-event (main) and --message (isolated)");
        if (session == "main" && message is not null)
            return (null, "--message needs --session isolated; the main session takes --system-event");
        if (session == "isolated" && text is not null)
            return (null, "--system-event needs --session main; an isolated job takes --message");
        return text is not null ? (new CronPayload { Kind = "systemEvent", Text = text }, null) : (Turn(options, parsed, message), null);
    }

    /// <summary>How an isolated job reports; null when nothing was said.</summary>
    public static CronIsolation? Isolation(CronOptions options, ParseResult parsed)
    {
        var (prefix, mode, most) = (parsed.GetValue(options.PostPrefix), parsed.GetValue(options.PostMode), parsed.GetValue(options.PostMaxChars));
        return prefix is null && mode is null && most is null
            ? null
            : new CronIsolation { PostToMainPrefix = prefix, PostToMainMode = mode, PostToMainMaxChars = most };
    }

    private static CronPayload? Turn(CronOptions options, ParseResult parsed, string? message)
    {
        var turn = new CronPayload
        {
            Kind = "agentTurn",
            Message = message,
            Thinking = parsed.GetValue(options.Thinking),
            Model = parsed.GetValue(options.Model),
            TimeoutSeconds = parsed.GetValue(options.TimeoutSeconds),
            Deliver = parsed.GetValue(options.Deliver) ? true : null,
            Channel = parsed.GetValue(options.Channel),
            To = parsed.GetValue(options.To),
            BestEffortDeliver = parsed.GetValue(options.BestEffort) ? true : null,
        };
        return turn == new CronPayload { Kind = "agentTurn" } ? null : turn;
    }

    private static long? Time(string text, DateTimeOffset now)
    {
        if (Duration.Parse(text.TrimStart('+')) is { } span)
            return (now + span).ToUnixTimeMilliseconds();
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUnixTimeMilliseconds() : null;
    }
}
