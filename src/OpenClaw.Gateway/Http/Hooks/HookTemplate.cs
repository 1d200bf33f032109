using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OpenClaw.Gateway.Http.Hooks;

/// <summary>
/// Fills <c>{{ … }}</c> in the texts of a mapping (spec 06 §5.4): <c>path</c>, <c>now</c>, <c>headers.x</c>, <c>query.x</c>,
/// <c>payload.a.b[0].c</c>, or a bare place in the payload. What is not there is empty.
/// </summary>
internal static class HookTemplate
{
    // What a template may blow up to: a payload is at most that large itself.
    private const int MaxChars = 1024 * 1024;

    public static string Fill(string template, HookRequest request, DateTimeOffset now)
    {
        var result = new StringBuilder();
        for (var at = 0; at < template.Length && result.Length < MaxChars;)
        {
            var open = template.IndexOf("{{", at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : template.IndexOf("}}", open + 2, StringComparison.Ordinal);
            if (close < 0)
            {
                result.Append(template, at, template.Length - at);
                break;
            }

            result.Append(template, at, open - at).Append(Value(template[(open + 2)..close].Trim(), request, now));
            at = close + 2;
        }

        return result.Length > MaxChars ? result.ToString(0, MaxChars) : result.ToString();
    }

    private static string Value(string expression, HookRequest request, DateTimeOffset now)
    {
        if (expression == "path")
            return request.Path;
        if (expression == "now")
            return now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        if (Rest(expression, "headers.") is { } header)
            return request.Headers.GetValueOrDefault(header.ToLowerInvariant()) ?? string.Empty;
        if (Rest(expression, "query.") is { } name)
            return request.Query.GetValueOrDefault(name) ?? string.Empty;
        return Text(Find(request.Payload, Rest(expression, "payload.") ?? expression));
    }

    private static JsonElement? Find(JsonElement place, string expression)
    {
        foreach (var step in expression.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step[0] == '[')
            {
                if (place.ValueKind != JsonValueKind.Array || !int.TryParse(step.Trim('[', ']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    || index >= place.GetArrayLength())
                    return null;
                place = place[index];
            }
            else if (place.ValueKind != JsonValueKind.Object || !place.TryGetProperty(step, out place))
            {
                return null;
            }
        }

        return place;
    }

    private static string Text(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => string.Empty,
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } other => other.GetRawText(),
    };

    private static string? Rest(string text, string prefix) => text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : null;
}
