using System.Text;

namespace OpenClaw.Configuration.Paths;

/// <summary>Reads <c>.env</c> files: <c>NAME=value</c> lines, comments, quotes, an optional <c>export</c>.</summary>
internal static class DotEnv
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>The variables of a file; none when it cannot be read.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Read(string file)
    {
        try
        {
            return new FileInfo(file) is { Exists: true, Length: <= MaxBytes } ? Parse(File.ReadAllText(file)) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file of the working directory that is not ours to read is no reason not to start.
            return [];
        }
    }

    /// <summary>The variables of a text. Lines that are none are passed over; of a repeated name the first counts.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Parse(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var end = LineEnd(text, i);
            var equals = text.IndexOf('=', i, end - i);
            var name = equals < 0 ? "" : text[i..equals].Trim();
            if (name.StartsWith("export ", StringComparison.Ordinal))
                name = name["export ".Length..].Trim();
            if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-'))
            {
                i = end + 1;
                continue;
            }
            var value = Value(text, equals + 1, ref end);
            yield return KeyValuePair.Create(name, value);
            i = end + 1;
        }
    }

    /// <summary>The value from an offset on. A quoted one may go over several lines; <paramref name="end"/> is then moved.</summary>
    private static string Value(string text, int start, ref int end)
    {
        while (start < end && text[start] is ' ' or '\t')
            start++;
        if (start < end && text[start] is '"' or '\'' or '`')
        {
            var close = Close(text, start);
            if (close > 0)
            {
                end = LineEnd(text, close);
                var inner = text[(start + 1)..close];
                return text[start] == '"' ? Unescape(inner) : inner;
            }
        }
        var value = text[start..end];
        var comment = value.StartsWith('#') ? 0 : value.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? value : value[..comment]).Trim();
    }

    private static int Close(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && text[start] == '"')
                i++;
            else if (text[i] == text[start])
                return i;
        }
        return -1;
    }

    private static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
                result.Append(text[i]);
            else
                result.Append(text[++i] switch { 'n' => "\n", 'r' => "\r", 't' => "\t", '"' => "\"", '\\' => "\\", var c => "\\" + c });
        }
        return result.ToString();
    }

    private static int LineEnd(string text, int from) => text.IndexOf('\n', from) is var end and >= 0 ? end : text.Length;
}
