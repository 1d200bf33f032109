using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Agents.Skills;

/// <summary>Values out of front matter; what has the wrong type reads as absent.</summary>
internal static class SkillValues
{
    public static string? Text(JsonObject? map, string name)
    {
        if (map?[name] is not JsonValue value)
            return null;
        var text = value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.Number => value.ToJsonString(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    public static bool? Flag(JsonObject? map, string name) => map?[name] is JsonValue value
        ? value.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => value.GetValue<string>().Trim().ToLowerInvariant() switch { "true" or "yes" or "on" or "1" => true, "false" or "no" or "off" or "0" => false, _ => null },
            _ => null,
        }
        : null;

    public static int Count(JsonObject? map, string name) =>
        int.TryParse(Text(map, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 100) : 0;

    /// <summary>A list of texts, or one text with commas.</summary>
    public static IReadOnlyList<string> Texts(JsonObject? map, string name) => map?[name] switch
    {
        JsonArray list => [.. list.OfType<JsonValue>().Where(static item => item.GetValueKind() == JsonValueKind.String)
            .Select(static item => item.GetValue<string>().Trim()).Where(static item => item.Length > 0)],
        JsonValue value when value.GetValueKind() == JsonValueKind.String =>
            value.GetValue<string>().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        _ => [],
    };
}
