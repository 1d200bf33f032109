using System.Text.Json;

namespace OpenClaw.Protocol.Frames;

/// <summary>Texts out of untrusted JSON.</summary>
internal static class JsonText
{
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
