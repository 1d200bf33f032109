using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Writing;

/// <summary>Keeps <c>${VAR}</c> in the file where the value behind it has not changed, so that no write spells a secret out.</summary>
internal static class References
{
    /// <summary>A copy of the target with references where they were.</summary>
    public static JsonObject Keep(JsonObject target, ConfigSnapshot current) => (JsonObject)Keep(target, current.Parsed, current.Resolved)!;

    private static JsonNode? Keep(JsonNode? target, JsonNode? written, JsonNode? resolved)
    {
        switch (target)
        {
            case JsonObject map:
                var result = new JsonObject();
                foreach (var (name, value) in map)
                    result[name] = Keep(value, (written as JsonObject)?[name], (resolved as JsonObject)?[name]);
                return result;
            case JsonArray list when written is JsonArray before && resolved is JsonArray after && before.Count == after.Count:
                return new JsonArray([.. list.Select((item, i) => Keep(item, i < before.Count ? before[i] : null, i < after.Count ? after[i] : null))]);
            case JsonValue when written is JsonValue && JsonNode.DeepEquals(target, resolved):
                return written.DeepClone();
            default:
                return target?.DeepClone();
        }
    }
}
