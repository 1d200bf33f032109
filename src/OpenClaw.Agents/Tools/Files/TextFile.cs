using System.Text;

namespace OpenClaw.Agents.Tools.Files;

/// <summary>A text file for editing: its text with plain line ends, and what must be put back when it is written.</summary>
/// <param name="Text">Lines end with <c>\n</c>.</param>
/// <param name="HasMark">It began with a byte-order mark.</param>
/// <param name="Windows">Its first line ended with <c>\r\n</c>.</param>
internal sealed record TextFile(string Text, bool HasMark, bool Windows)
{
    private const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Reads a file; a problem in words when it is no text that can be edited.</summary>
    public static async Task<(TextFile? File, string? Problem)> ReadAsync(FilePlace place, CancellationToken ct)
    {
        await using var stream = Storage.PlainFile.OpenRead(place.RealPath);
        if (stream is null)
            return (null, $"{place.Shown} is not a regular file");
        if (stream.Length > MaxBytes)
            return (null, $"{place.Shown} has {stream.Length} bytes; files are edited up to {MaxBytes / (1024 * 1024)} MB");
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes, ct).ConfigureAwait(false);
        var marked = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, marked ? 3 : 0, bytes.Length - (marked ? 3 : 0));
            if (text.Contains('\0'))
                return (null, $"{place.Shown} is a binary file");
            var firstEnd = text.IndexOf('\n');
            return (new TextFile(Plain(text), marked, firstEnd > 0 && text[firstEnd - 1] == '\r'), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, $"{place.Shown} is not UTF-8 text");
        }
    }

    /// <summary>Line ends as <c>\n</c>.</summary>
    public static string Plain(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>The bytes of a changed text, in the manner of this file.</summary>
    public byte[] Encode(string text)
    {
        var body = Encoding.UTF8.GetBytes(Windows ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text);
        return HasMark ? [.. Encoding.UTF8.Preamble, .. body] : body;
    }
}
