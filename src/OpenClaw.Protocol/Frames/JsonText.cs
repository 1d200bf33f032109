using System.Text.Json;

namespace OpenClaw.Protocol.Frames;

/// <summary>Texts out of untrusted JSON.</summary>
internal static class JsonText
{
    private const int LongestName = 120;

    /// <summary>The member name the reader stands on, cut to what an error text should hold.</summary>
    public static string ShortName(ref Utf8JsonReader reader)
    {
        var name = Get(ref reader) ?? "?";
        return name.Length <= LongestName ? name : $"{name[..LongestName]}...";
    }

    /// <summary>
    /// The text or member name the reader stands on, or null when it holds half of a surrogate pair, which JSON can spell but
    /// UTF-8 cannot carry.
    /// </summary>
    public static string? Get(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return reader.GetString();
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
