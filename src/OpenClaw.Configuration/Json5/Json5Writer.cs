using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Json5;

/// <summary>Writes JSON in the style of a document.</summary>
internal sealed class Json5Writer(Json5Style style)
{
    /// <summary>A value. <paramref name="lead"/> is the indentation of the line it begins on; null writes it on one line.</summary>
    public string Value(JsonNode? value, string? lead)
    {
        var result = new StringBuilder();
        Write(result, value, lead);
        return result.ToString();
    }

    /// <summary>A member: key, colon, value.</summary>
    public string Member(string name, JsonNode? value, string? lead) => string.Concat(Key(name), style.Colon, Value(value, lead));

    private string Key(string name) => !style.QuoteKeys && Json5Characters.IsName(name) ? name : Text(name);

    private void Write(StringBuilder result, JsonNode? node, string? lead)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } map:
                WriteAll(result, '{', '}', map, lead, (pair, inner) => result.Append(Key(pair.Key)).Append(style.Colon).Append(Value(pair.Value, inner)));
                break;
            case JsonArray { Count: > 0 } array:
                WriteAll(result, '[', ']', array, lead, (item, inner) => Write(result, item, inner));
                break;
            case JsonObject:
                result.Append("{}");
                break;
            case JsonArray:
                result.Append("[]");
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                result.Append(Text(value.GetValue<string>()));
                break;
            default:
                result.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private void WriteAll<T>(StringBuilder result, char open, char close, IEnumerable<T> items, string? lead, Action<T, string?> write)
    {
        var inner = lead is null ? null : lead + style.Indent;
        result.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                result.Append(inner is null ? ", " : ",");
            first = false;
            if (inner is not null)
                result.Append(style.NewLine).Append(inner);
            write(item, inner);
        }
        if (lead is not null)
            result.Append(style.NewLine).Append(lead);
        result.Append(close);
    }

    private string Text(string text)
    {
        var result = new StringBuilder(text.Length + 2).Append(style.Quote);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' => result.Append("\\\\"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                '\b' => result.Append("\\b"),
                '\f' => result.Append("\\f"),
                _ when c == style.Quote => result.Append('\\').Append(c),
                < ' ' or '\u2028' or '\u2029' or '\ufeff' or (>= '\ud800' and <= '\udfff') when !IsPaired(text, c) =>
                    result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => result.Append(c),
            };
        }
        return result.Append(style.Quote).ToString();
    }

    // A string with only whole surrogate pairs is written as it is; one with a half is escaped, because UTF-8 has no form for it.
    private static bool IsPaired(string text, char c)
    {
        if (!char.IsSurrogate(c))
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }
        return true;
    }
}
