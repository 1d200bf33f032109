using System.Text;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>Text files that come with a call.</summary>
internal static class FileText
{
    public const string Pdf = "application/pdf";

    /// <summary>Type and charset of a content type.</summary>
    public static (string Mime, string? Charset) Split(string? contentType)
    {
        var parts = (contentType ?? string.Empty).Split(';', StringSplitOptions.TrimEntries);
        var charset = parts.Skip(1).FirstOrDefault(static part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))?["charset=".Length..].Trim('"');
        return (parts[0].Length > 0 ? parts[0].ToLowerInvariant() : "application/octet-stream", charset);
    }

    /// <summary>The text of a file in its charset, UTF-8 when it names none.</summary>
    public static (string? Text, string? Problem) Decode(byte[] bytes, string? charset)
    {
        try
        {
            var text = (charset is null ? Encoding.UTF8 : Encoding.GetEncoding(charset)).GetString(bytes);
            return (text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text, null);
        }
        catch (ArgumentException)
        {
            return (null, $"Unsupported charset: {charset}");
        }
    }

    /// <summary>At most so many characters, never half of one.</summary>
    public static string Cut(string text, int maxChars)
    {
        if (text.Length <= maxChars)
            return text;
        return text[..(char.IsHighSurrogate(text[maxChars - 1]) ? maxChars - 1 : maxChars)];
    }

    /// <summary>A name that cannot end the attribute it stands in.</summary>
    public static string Safe(string name) => string.Concat(name.Where(static c => !char.IsControl(c) && c is not ('"' or '<' or '>' or '&')));

    /// <summary>File name of an address.</summary>
    public static string? NameOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && Path.GetFileName(uri.LocalPath) is { Length: > 0 } name ? name : null;

    /// <summary>The type a file name tells.</summary>
    public static string MimeOf(string? name) => Path.GetExtension(name ?? string.Empty).ToLowerInvariant() switch
    {
        ".txt" or ".log" => "text/plain",
        ".md" => "text/markdown",
        ".html" or ".htm" => "text/html",
        ".csv" => "text/csv",
        ".json" => "application/json",
        ".pdf" => Pdf,
        _ => "application/octet-stream",
    };
}
