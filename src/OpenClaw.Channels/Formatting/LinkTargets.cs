using System.Globalization;
using System.Text;

namespace OpenClaw.Channels.Formatting;

/// <summary>Where a link may lead, and how that is written.</summary>
internal static class LinkTargets
{
    // What would run, or would show a file of the reader's own machine.
    private static readonly string[] s_refused = ["javascript:", "vbscript:", "data:", "file:"];

    private const string Kept = ";/?:@&=+$,-_.!~*'()#";

    /// <summary>The target with everything percent-encoded that has to be; null for one that must not be a link.</summary>
    public static string? Accept(string? url)
    {
        var target = url?.Trim();
        if (target is not { Length: > 0 })
            return null;

        // Browsers skip control characters and spaces when they look for the scheme.
        var scheme = string.Concat(target.Where(static c => c > ' ' && !char.IsControl(c)));
        return s_refused.Any(refused => scheme.StartsWith(refused, StringComparison.OrdinalIgnoreCase)) ? null : Encode(WithAsciiHost(target));
    }

    private static string Encode(string url)
    {
        if (url.All(IsKept))
            return url;
        var result = new StringBuilder(url.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        for (var at = 0; at < url.Length; at++)
        {
            if (IsKept(url[at]) || IsEscape(url, at))
            {
                result.Append(url[at]);
                continue;
            }

            _ = Rune.TryGetRuneAt(url, at, out var rune);
            var character = rune == default ? Rune.ReplacementChar : rune;
            foreach (var unit in utf8[..character.EncodeToUtf8(utf8)])
                result.Append(CultureInfo.InvariantCulture, $"%{unit:X2}");
            at += character.Utf16SequenceLength - 1;
        }

        return result.ToString();
    }

    private static bool IsKept(char c) => char.IsAsciiLetterOrDigit(c) || Kept.Contains(c);

    private static bool IsEscape(string url, int at) =>
        url[at] == '%' && at + 2 < url.Length && char.IsAsciiHexDigit(url[at + 1]) && char.IsAsciiHexDigit(url[at + 2]);

    /// <summary>Host names go in their ASCII form; percent-encoded they would lead nowhere.</summary>
    private static string WithAsciiHost(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        if (start < 3)
            return url;
        var length = url.AsSpan(start).IndexOfAny("/?#:@");
        var end = length < 0 ? url.Length : start + length;
        if (System.Text.Ascii.IsValid(url.AsSpan(start, end - start)))
            return url;
        try
        {
            return $"{url.AsSpan(0, start)}{new IdnMapping().GetAscii(url[start..end])}{url.AsSpan(end)}";
        }
        catch (ArgumentException)
        {
            // Not a name that can exist; it stays as written.
            return url;
        }
    }
}
