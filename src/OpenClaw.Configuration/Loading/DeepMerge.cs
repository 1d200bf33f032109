using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Loading;

/// <summary>The merge of includes: objects member by member, lists one after the other, of everything else the later wins.</summary>
internal static class DeepMerge
{
    /// <summary>A new node: <paramref name="over"/> merged over <paramref name="under"/>.</summary>
    public static JsonNode? Over(JsonNode? under, JsonNode? over)
    {
        switch (under, over)
        {
            case (JsonArray first, JsonArray second):
                return new JsonArray([.. first.Concat(second).Select(n => n?.DeepClone())]);
            case (JsonObject first, JsonObject second):
                var result = (JsonObject)first.DeepClone();
                foreach (var (name, value) in second)
                    result[name] = result.TryGetPropertyValue(name, out var present) ? Over(present, value) : value?.DeepClone();
                return result;
            default:
                return over?.DeepClone();
        }
    }
}
