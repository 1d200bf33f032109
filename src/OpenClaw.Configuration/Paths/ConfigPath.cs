using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Paths;

/// <summary>
/// The path of one value, as people write it: <c>a.b[0].c</c>, <c>agents.defaults.models["openai/gpt-5.2"].alias</c>. A backslash takes
/// the next character literally (spec 04 §6).
/// </summary>
public sealed class ConfigPath
{
    private ConfigPath(IReadOnlyList<string> segments) => Segments = segments;

    /// <summary>Member names, and item numbers as decimal text.</summary>
    public IReadOnlyList<string> Segments { get; }

    /// <summary>Reads a path; false with the reason when it is not one.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ConfigPath? path, [NotNullWhen(false)] out string? error)
    {
        var segments = new List<string>();
        path = null;
        var word = new StringBuilder();
        var expectsWord = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length)
                word.Append(text[++i]);
            else if (c is '.' or '[')
            {
                if (word.Length == 0 && (expectsWord || c == '.') && (c == '.' || i > 0))
                {
                    error = $"Invalid path \"{text}\": nothing stands before the \"{c}\" at character {i + 1}";
                    return false;
                }
                Flush(segments, word);
                expectsWord = c == '.';
                if (c == '[')
                {
                    if (ReadBracket(text, ref i) is not { Length: > 0 } key)
                    {
                        error = $"Invalid path \"{text}\": the \"[\" needs a number or a name and a \"]\"";
                        return false;
                    }
                    segments.Add(key);
                    if (i + 1 < text.Length && text[i + 1] == '.')
                    {
                        i++;
                        expectsWord = true;
                    }
                    continue;
                }
                continue;
            }
            else
                word.Append(c);
            expectsWord = false;
        }
        if (expectsWord)
        {
            error = text.Length == 0 ? "The path is empty" : $"Invalid path \"{text}\": nothing stands behind the last \".\"";
            return false;
        }
        Flush(segments, word);
        path = new ConfigPath(segments);
        error = null;
        return true;
    }

    /// <summary>The path in its written form, items as <c>[0]</c>.</summary>
    public static string Write(IEnumerable<string> segments)
    {
        var result = new StringBuilder();
        foreach (var segment in segments)
        {
            if (segment.Length > 0 && segment.All(char.IsAsciiDigit))
                result.Append('[').Append(segment).Append(']');
            else
                result.Append(result.Length > 0 ? "." : "").Append(segment.Replace("\\", "\\\\").Replace(".", "\\.").Replace("[", "\\["));
        }
        return result.ToString();
    }

    /// <summary>True when the path leads to a value, which may be null.</summary>
    public bool TryGet(JsonNode? root, out JsonNode? value)
    {
        value = root;
        foreach (var segment in Segments)
        {
            if (value is JsonArray list && int.TryParse(segment, out var index) && index >= 0 && index < list.Count)
                value = list[index];
            else if (value is not JsonObject map || !map.TryGetPropertyValue(segment, out value))
                return false;
        }
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Write(Segments);

    private static void Flush(List<string> segments, StringBuilder word)
    {
        if (word.Length > 0)
            segments.Add(word.ToString());
        word.Clear();
    }

    /// <summary>What stands in brackets, with or without quotes; null when they are not closed. Leaves the offset on the <c>]</c>.</summary>
    private static string? ReadBracket(string text, ref int offset)
    {
        var start = offset + 1;
        var quote = start < text.Length && text[start] is '"' or '\'' ? text[start] : '\0';
        var end = quote == '\0' ? text.IndexOf(']', start) : text.IndexOf(quote + "]", start + 1, StringComparison.Ordinal);
        if (end < 0)
            return null;
        offset = quote == '\0' ? end : end + 1;
        return quote == '\0' ? text[start..end].Trim() : text[(start + 1)..end];
    }
}
