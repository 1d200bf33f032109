using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Tools.Mcp;

/// <summary>
/// Makes one flat object of a server's argument schema (spec 09 §2): providers refuse <c>anyOf</c>, <c>oneOf</c> and <c>allOf</c> at the
/// top. The server still checks what it gets.
/// </summary>
internal static class FlatSchema
{
    private const int MaxBytes = 64 * 1024;
    private static readonly string[] s_kept = ["description", "$defs", "definitions", "additionalProperties"];
    private static readonly JsonElement s_empty = ToolParameters.Of("""{"type":"object","properties":{}}""");

    /// <summary>The schema as one object. One that is unreadable or far too large becomes an object without known properties.</summary>
    public static JsonElement Of(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object || Encoding.UTF8.GetByteCount(schema.GetRawText()) > MaxBytes)
            return s_empty;
        var source = JsonObject.Create(schema)!;
        var properties = new JsonObject();
        var required = new List<string>();
        Merge(source, properties, required);
        foreach (var part in Parts(source, "allOf"))
            Merge(part, properties, required);

        // Of alternatives all properties may appear, and only what every one of them wants is required.
        foreach (var word in new[] { "anyOf", "oneOf" })
        {
            HashSet<string>? common = null;
            foreach (var part in Parts(source, word))
            {
                var own = new List<string>();
                Merge(part, properties, own);
                common = common is null ? [.. own] : [.. common.Intersect(own, StringComparer.Ordinal)];
            }

            required.AddRange(common ?? []);
        }

        var flat = new JsonObject { ["type"] = "object", ["properties"] = properties };
        var names = required.Where(properties.ContainsKey).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count > 0)
            flat["required"] = new JsonArray([.. names.Select(static name => JsonValue.Create(name))]);
        foreach (var word in s_kept)
        {
            if (source[word] is { } value)
                flat[word] = value.DeepClone();
        }

        using var document = JsonDocument.Parse(StoreJson.Write(flat, indented: false));
        return document.RootElement.Clone();
    }

    private static IEnumerable<JsonObject> Parts(JsonObject schema, string word) => (schema[word] as JsonArray ?? []).OfType<JsonObject>();

    private static void Merge(JsonObject schema, JsonObject properties, List<string> required)
    {
        if (schema["properties"] is JsonObject own)
        {
            foreach (var (name, value) in own)
            {
                if (!properties.ContainsKey(name))
                    properties[name] = value?.DeepClone();
            }
        }

        foreach (var name in schema["required"] as JsonArray ?? [])
        {
            if (name is JsonValue value && value.TryGetValue<string>(out var text))
                required.Add(text);
        }
    }
}
