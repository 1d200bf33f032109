using System.Globalization;

namespace OpenClaw.Cli.Terminal;

/// <summary>Durations as people type them: <c>500ms</c>, <c>30s</c>, <c>5m</c>, <c>24h</c>, <c>7d</c>.</summary>
internal static class Duration
{
    private static readonly (string Unit, double Milliseconds)[] s_units =
        [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

    /// <summary>Null when it is not one, or longer than a century.</summary>
    public static TimeSpan? Parse(string text)
    {
        foreach (var (unit, factor) in s_units)
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)
                && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                return number * factor < 3_155_760_000_000 ? TimeSpan.FromMilliseconds(number * factor) : null;
        }
        return null;
    }
}
