using System.Globalization;
using System.Text.Json;

namespace OpenClaw.Protocol.Schema;

/// <summary>Checks of numbers.</summary>
internal static class NumberCheck
{
    /// <summary>What is wrong with the value the reader stands on, or null.</summary>
    public static string? Fault(ref Utf8JsonReader reader, NumberShape shape)
    {
        if (reader.TokenType != JsonTokenType.Number || !Read(ref reader, shape.Whole, out var value))
            return shape.Whole ? "must be integer" : "must be number";
        if (shape.Min == shape.Max)
            return value == shape.Min ? null : "must be equal to constant";
        if (value < shape.Min)
            return $"must be >= {Plain(shape.Min)}";
        return value > shape.Max ? $"must be <= {Plain(shape.Max)}" : null;
    }

    // A whole number must also fit the type it is read into afterwards (WholeNumberConverter).
    private static bool Read(ref Utf8JsonReader reader, bool whole, out double value)
    {
        if (whole && reader.TryGetInt64(out var integer))
        {
            value = integer;
            return true;
        }

        return reader.TryGetDouble(out value)
            && double.IsFinite(value)
            && (!whole || (value == Math.Truncate(value) && Math.Abs(value) <= long.MaxValue));
    }

    private static string Plain(double value) => value == Math.Truncate(value)
        ? ((long)value).ToString(CultureInfo.InvariantCulture)
        : value.ToString(CultureInfo.InvariantCulture);
}
