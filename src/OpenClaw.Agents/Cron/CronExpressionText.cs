using Cronos;

namespace OpenClaw.Agents.Cron;

/// <summary>
/// A cron expression of five fields, or six with seconds first (spec 09 §6.2). Day of month and day of week follow the old rule: when
/// both are given, a day that fits either one counts.
/// </summary>
internal sealed class CronExpressionText
{
    private readonly CronExpression[] _parts;

    private CronExpressionText(CronExpression[] parts) => _parts = parts;

    /// <summary>Reads it; or says what is wrong.</summary>
    public static (CronExpressionText? Expression, string? Problem) Parse(string text)
    {
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields is [['@', ..] macro])
            return Read([macro], CronFormat.Standard);
        if (fields.Length is not (5 or 6))
            return (null, $"\"{text}\" has {fields.Length} fields; five are needed (minute hour day month weekday), or six with seconds first");
        var format = fields.Length == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard;
        var (day, weekday) = (fields.Length - 3, fields.Length - 1);
        if (IsAny(fields[day]) || IsAny(fields[weekday]))
            return Read([string.Join(' ', fields)], format);

        // The library would ask for both at once.
        return Read([With(fields, weekday), With(fields, day)], format);
    }

    /// <summary>The first time after <paramref name="after"/>; null when there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone) =>
        _parts.Select(part => part.GetNextOccurrence(after, zone)).Min();

    private static (CronExpressionText? Expression, string? Problem) Read(string[] texts, CronFormat format)
    {
        try
        {
            return (new CronExpressionText([.. texts.Select(text => CronExpression.Parse(text, format))]), null);
        }
        catch (CronFormatException e)
        {
            return (null, e.Message.ReplaceLineEndings(" "));
        }
    }

    private static bool IsAny(string field) => field is "*" or "?";

    private static string With(string[] fields, int any) => string.Join(' ', fields.Select((field, i) => i == any ? "*" : field));
}
