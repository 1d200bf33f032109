using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>Compares key names, key order and JSON types; not values, not array lengths.</summary>
internal sealed class ShapeComparer(string on)
{
    private static readonly string[] s_numberPlaceholders = ["<PORT>", "<PID>", "<CANVAS_PORT>", "<STUB_PORT>"];

    private readonly List<Difference> _found = [];

    public static IReadOnlyList<Difference> Compare(string on, JsonNode? recorded, JsonNode? actual)
    {
        var comparer = new ShapeComparer(on);
        comparer.Node("$", recorded, actual);
        return comparer._found;
    }

    /// <summary>Every actual frame must look like a recorded one, and every recorded look must have come.</summary>
    public static IReadOnlyList<Difference> CompareSets(string on, IReadOnlyList<JsonNode?> recorded, IReadOnlyList<JsonNode?> actual)
    {
        var comparer = new ShapeComparer(on);
        comparer.Elements("$", recorded, actual);
        return comparer._found;
    }

    private void Node(string path, JsonNode? recorded, JsonNode? actual)
    {
        if (!SameType(recorded, actual))
        {
            Add(path, DifferenceKind.Type, $"recorded {TypeOf(recorded)}, got {TypeOf(actual)}");
            return;
        }
        switch (recorded)
        {
            case JsonObject map:
                Object(path, map, (JsonObject)actual!);
                break;
            case JsonArray list:
                var cut = list.Count > 0 && list[^1] is JsonObject last && last.ContainsKey("<more>");
                Elements(path + "[]", cut ? [.. list.Take(list.Count - 1)] : [.. list], [.. (JsonArray)actual!], cut);
                break;
        }
    }

    private void Object(string path, JsonObject recorded, JsonObject actual)
    {
        foreach (var (key, value) in recorded)
        {
            if (actual.ContainsKey(key))
                Node($"{path}.{key}", value, actual[key]);
            else
                Add($"{path}.{key}", DifferenceKind.MissingKey, $"recorded {Short(value)}");
        }
        foreach (var (key, value) in actual.Where(p => !recorded.ContainsKey(p.Key)))
            Add($"{path}.{key}", DifferenceKind.ExtraKey, $"got {Short(value)}");

        var wanted = recorded.Select(p => p.Key).Where(actual.ContainsKey).ToList();
        var got = actual.Select(p => p.Key).Where(recorded.ContainsKey).ToList();
        if (!wanted.SequenceEqual(got))
            Add(path, DifferenceKind.KeyOrder, $"recorded {string.Join(' ', wanted)}, got {string.Join(' ', got)}");
    }

    private void Elements(string path, IReadOnlyList<JsonNode?> recorded, IReadOnlyList<JsonNode?> actual, bool cut = false)
    {
        if (recorded.Count == 0)
            return;
        if (actual.Count == 0)
        {
            Add(path, DifferenceKind.Absent, $"recorded {Short(recorded[0])}, got none");
            return;
        }

        var before = _found.Count;
        foreach (var element in actual)
        {
            var closest = recorded.Select(r => Against(path, r, element)).MinBy(d => d.Count)!;
            foreach (var difference in closest.Where(d => !cut || !IsOptional(recorded, d, path)))
                AddOnce(difference);
        }
        if (_found.Count > before || cut)
            return;
        foreach (var wanted in recorded.Where(r => actual.All(a => Against(path, r, a).Count > 0)))
            AddOnce(new Difference(on, path, DifferenceKind.Absent, $"none looks like {Short(wanted)}"));
    }

    private List<Difference> Against(string path, JsonNode? recorded, JsonNode? actual)
    {
        var inner = new ShapeComparer(on);
        inner.Node(path, recorded, actual);
        return inner._found;
    }

    /// <summary>In a cut list a key is optional when some of the elements shown have it and some have not.</summary>
    private static bool IsOptional(IReadOnlyList<JsonNode?> recorded, Difference difference, string path)
    {
        if (difference.Kind is not (DifferenceKind.MissingKey or DifferenceKind.ExtraKey))
            return false;
        var key = difference.Path[(path.Length + 1)..];
        var having = recorded.OfType<JsonObject>().Count(r => r.ContainsKey(key));
        return having > 0 && having < recorded.Count;
    }

    private static bool SameType(JsonNode? recorded, JsonNode? actual) =>
        TypeOf(recorded) == TypeOf(actual)
        || (TypeOf(actual) == "number" && recorded is JsonValue value && value.TryGetValue<string>(out var text)
            && s_numberPlaceholders.Contains(text));

    private static string TypeOf(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "number",
        JsonValueKind.String => "string",
        JsonValueKind.Array => "array",
        _ => "object",
    };

    private static string Short(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "null";
        return text.Length <= 160 ? text : text[..160] + "…";
    }

    private void Add(string path, DifferenceKind kind, string text) => _found.Add(new Difference(on, path, kind, text));

    private void AddOnce(Difference difference)
    {
        if (!_found.Any(d => d.Path == difference.Path && d.Kind == difference.Kind))
            _found.Add(difference);
    }
}
