using System.Text;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>Cuts texts without leaving half a character behind.</summary>
internal static class TextCut
{
    /// <summary>At most <paramref name="maxBytes"/> bytes of UTF-8, ending at a character boundary.</summary>
    public static string Utf8(string text, int maxBytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= maxBytes)
            return text;
        var bytes = 0;
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > maxBytes)
                break;
            bytes += rune.Utf8SequenceLength;
            length += rune.Utf16SequenceLength;
        }
        return text[..length];
    }

    /// <summary>At most <paramref name="max"/> UTF-16 units plus <c>...</c>, never ending in half a surrogate pair (spec 01 §10).</summary>
    public static string Message(string text, int max = 240)
    {
        if (text.Length <= max)
            return text;
        var end = char.IsHighSurrogate(text[max - 1]) ? max - 1 : max;
        return string.Concat(text.AsSpan(0, end), "...");
    }
}
