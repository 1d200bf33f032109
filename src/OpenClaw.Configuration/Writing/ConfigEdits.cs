using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Configuration.Json5;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Configuration.Writing;

/// <summary>The edits that commands make: set or remove one value (spec 04 §6).</summary>
public static class ConfigEdits
{
    /// <summary>Reads a value as a person types it: JSON5, else the text itself. With <paramref name="strict"/> it must be JSON5.</summary>
    public static bool TryReadValue(string text, bool strict, out JsonNode? value, out string? error)
    {
        error = null;
        if (Json5Document.TryParse(text, out var document, out var problem))
            value = document.ToJson();
        else if (strict)
        {
            value = null;
            error = problem.WireText;
            return false;
        }
        else
            value = JsonValue.Create(text);
        return true;
    }

    /// <summary>Sets the value at a path, making the objects and lists on the way. An item may be set in place or appended as the next.</summary>
    public static Func<ConfigSnapshot, ConfigEdit> Set(ConfigPath path, JsonNode? value) => current =>
    {
        if (Unusable(current) is { } refusal)
            return refusal;
        var target = (JsonObject)current.Parsed.DeepClone();
        JsonNode node = target;
        for (var i = 0; i < path.Segments.Count; i++)
        {
            var segment = path.Segments[i];
            var last = i == path.Segments.Count - 1;
            var next = last ? value?.DeepClone() : Child(node, segment) ?? Container(path.Segments[i + 1]);
            if (!Put(node, segment, next, out var error))
                return ConfigEdit.Refuse($"{ConfigPath.Write(path.Segments.Take(i + 1))}: {error}");
            node = next!;
            if (!last && node is not (JsonObject or JsonArray))
                return ConfigEdit.Refuse($"{ConfigPath.Write(path.Segments.Take(i + 1))} holds a value, so {path} cannot be set; unset it first");
        }
        return ConfigEdit.To(target) with { Force = true };
    };

    /// <summary>Removes the value at a path. Refused when there is none.</summary>
    public static Func<ConfigSnapshot, ConfigEdit> Unset(ConfigPath path) => current =>
    {
        if (Unusable(current) is { } refusal)
            return refusal;
        var target = (JsonObject)current.Parsed.DeepClone();
        JsonNode? parent = target;
        foreach (var segment in path.Segments.SkipLast(1))
            parent = parent is null ? null : Child(parent, segment);
        var name = path.Segments[^1];
        var removed = parent switch
        {
            JsonObject map => map.Remove(name),
            JsonArray list when Index(name) is { } index && index < list.Count => RemoveAt(list, index),
            _ => false,
        };
        return removed ? ConfigEdit.To(target) with { Force = true } : ConfigEdit.Refuse($"Config path not found: {path}");
    };

    private static ConfigEdit? Unusable(ConfigSnapshot current) =>
        current is { Exists: true, Valid: false } && current.Parsed.Count == 0
            ? ConfigEdit.Refuse($"{current.Path} cannot be edited while it is broken: {current.Issues[0]}")
            : null;

    private static JsonNode? Child(JsonNode parent, string segment) => parent switch
    {
        JsonObject map => map[segment],
        JsonArray list when Index(segment) is { } index && index < list.Count => list[index],
        _ => null,
    };

    private static bool Put(JsonNode parent, string segment, JsonNode? value, out string? error)
    {
        error = null;
        switch (parent)
        {
            case JsonObject map:
                if (value?.Parent is null)
                    map[segment] = value;
                return true;
            case JsonArray list when Index(segment) is { } index && index <= list.Count:
                if (index == list.Count)
                    list.Add(value);
                else if (value?.Parent is null)
                    list[index] = value;
                return true;
            case JsonArray list:
                error = $"the list has {list.Count} items, so the next one is [{list.Count}]";
                return false;
            default:
                error = "is not an object or a list";
                return false;
        }
    }

    private static JsonNode Container(string next) => Index(next) is null ? new JsonObject() : new JsonArray();

    private static bool RemoveAt(JsonArray list, int index)
    {
        list.RemoveAt(index);
        return true;
    }

    private static int? Index(string segment) =>
        int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
