using System.Text.Json;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Protocol.Schema;

/// <summary>Checks of texts, counted in Unicode code points as the reference counts them.</summary>
internal static class TextCheck
{
    /// <summary>What is wrong with the text the reader stands on, or null.</summary>
    public static string? Fault(ref Utf8JsonReader reader, TextShape shape)
    {
        var length = Count(ref reader);
        if (length < 0)
            return "must NOT have unpaired surrogates";
        if (length < shape.Min)
            return $"must NOT have fewer than {shape.Min} characters";
        return shape.Max >= 0 && length > shape.Max ? $"must NOT have more than {shape.Max} characters" : null;
    }

    private static int Count(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
            return JsonText.Get(ref reader) is { } text ? text.Length - text.Count(char.IsLowSurrogate) : -1;
        var count = 0;
        foreach (var unit in reader.ValueSpan)
            count += (unit & 0xC0) != 0x80 ? 1 : 0;
        return count;
    }
}
