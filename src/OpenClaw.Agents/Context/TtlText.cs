using System.Globalization;

namespace OpenClaw.Agents.Context;

/// <summary>Durations as the configuration writes them: <c>90s</c>, <c>5m</c>, <c>1h</c>, <c>1d</c>, <c>500ms</c>; a bare number is minutes.</summary>
internal static class TtlText
{
    private static readonly (string Unit, double Milliseconds)[] s_units =
        [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

    /// <summary>The duration; null when the text is none.</summary>
    public static TimeSpan? Parse(string? text)
    {
        var value = text?.Trim().ToLowerInvariant() ?? string.Empty;
        foreach (var (unit, milliseconds) in s_units)
        {
            if (value.EndsWith(unit, StringComparison.Ordinal) && Number(value[..^unit.Length]) is { } count)
                return Span(count * milliseconds);
        }

        return Number(value) is { } minutes ? Span(minutes * 60_000) : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static TimeSpan Span(double milliseconds) => TimeSpan.FromMilliseconds(Math.Min(milliseconds, TimeSpan.FromDays(3650).TotalMilliseconds));
}
