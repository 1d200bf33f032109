using System.Globalization;

namespace OpenClaw.Agents.Memory;

/// <summary>Vectors as the index keeps them: JSON arrays of numbers.</summary>
internal static class VectorText
{
    /// <summary>A chunk whose vector is not made yet.</summary>
    public const string None = "[]";

    public static string Of(float[] vector) => $"[{string.Join(',', vector.Select(static value => value.ToString("R", CultureInfo.InvariantCulture)))}]";

    /// <summary>
    /// The cosine between a vector and a stored one, without making a copy of that: an index has thousands. Null when they are not of one
    /// length, or there is nothing to compare.
    /// </summary>
    public static double? Cosine(float[] vector, ReadOnlySpan<char> stored)
    {
        var numbers = stored.Trim("[] ");
        if (numbers.IsEmpty)
            return null;
        var (dot, mine, theirs, at) = (0.0, 0.0, 0.0, 0);
        foreach (var range in numbers.Split(','))
        {
            if (at == vector.Length || !float.TryParse(numbers[range], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                return null;
            dot += (double)vector[at] * value;
            mine += (double)vector[at] * vector[at];
            theirs += (double)value * value;
            at++;
        }

        return at == vector.Length && mine > 0 && theirs > 0 ? dot / Math.Sqrt(mine * theirs) : null;
    }
}
