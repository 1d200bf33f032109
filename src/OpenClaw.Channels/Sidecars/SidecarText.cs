using System.Text.RegularExpressions;

namespace OpenClaw.Channels.Sidecars;

/// <summary>Makes what a sidecar says fit for a log: its libraries print numbers of people and keys (spec 12).</summary>
internal static partial class SidecarText
{
    private const int MaxLength = 4096;

    /// <summary>Cut, without control characters, phone numbers and anything that may be a key.</summary>
    public static string ForLog(string text)
    {
        var cut = text.Length > MaxLength ? text[..MaxLength] : text;
        return Control().Replace(Number().Replace(Secret().Replace(cut, "<data>"), "<number>"), " ");
    }

    [GeneratedRegex(@"\d{7,}")]
    private static partial Regex Number();

    // Base64 and hexadecimal of 128 bits and more; words and paths are shorter between their separators.
    [GeneratedRegex(@"[A-Za-z0-9+/_=-]{32,}|(?:\d{1,3},\s?){8,}\d{1,3}|(?:[0-9a-f]{2}[ :]){8,}[0-9a-f]{2}")]
    private static partial Regex Secret();

    [GeneratedRegex(@"\p{Cc}+")]
    private static partial Regex Control();
}
