using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OpenClaw.Configuration.Schema;

/// <summary>An object with known keys, and perhaps others of one shape.</summary>
/// <param name="Keys">Known keys in the order in which they are written.</param>
internal sealed record ObjectShape(IReadOnlyList<ConfigKey> Keys) : ConfigShape
{
    /// <summary>Shape of keys that are not known; null: unknown keys are errors.</summary>
    public ConfigShape? Others { get; init; }

    /// <summary>What names of other keys must look like.</summary>
    public Regex? OtherNames { get; init; }

    /// <summary>True when the object is a map by ids of the user.</summary>
    public bool IsMap { get; init; }

    public override string Expectation => "an object";

    /// <summary>The key of this name, or null.</summary>
    public ConfigKey? Find(string name) => Keys.FirstOrDefault(k => k.Name == name);

    public override void Check(JsonNode? value, ShapeCheck check)
    {
        if (value is not JsonObject map)
        {
            check.WrongType(IsMap ? "record" : "object", value, Expectation);
            return;
        }
        foreach (var key in Keys)
        {
            if (map.TryGetPropertyValue(key.Name, out var member))
                check.Inside(key.Name, c => key.Shape.Check(member, c));
            else if (key.IsRequired)
                check.Inside(key.Name, c => Missing(key, c));
        }
        CheckOthers(map, check);
    }

    public override JsonObject ToJsonSchema()
    {
        var schema = new JsonObject { ["type"] = "object" };
        if (IsMap)
        {
            var names = new JsonObject { ["type"] = "string" };
            if (OtherNames is not null)
                names["pattern"] = OtherNames.ToString();
            schema["propertyNames"] = names;
        }
        if (Keys.Count > 0 || !IsMap)
            schema["properties"] = new JsonObject(Keys.Select(k => KeyValuePair.Create(k.Name, (JsonNode?)k.Shape.ToJsonSchema())));
        if (Keys.Any(k => k.IsRequired))
            schema["required"] = new JsonArray([.. Keys.Where(k => k.IsRequired).Select(k => JsonValue.Create(k.Name))]);
        schema["additionalProperties"] = Others switch
        {
            null => JsonValue.Create(false),
            AnyShape when !IsMap => JsonValue.Create(true),
            _ => Others.ToJsonSchema(),
        };
        return schema;
    }

    public override JsonNode? Order(JsonNode? value)
    {
        if (value is not JsonObject map)
            return value?.DeepClone();
        var result = new JsonObject();
        foreach (var key in Keys)
        {
            if (map.TryGetPropertyValue(key.Name, out var member))
                result[key.Name] = key.Shape.Order(member);
        }
        foreach (var (name, member) in map)
        {
            if (!result.ContainsKey(name))
                result[name] = Others is null ? member?.DeepClone() : Others.Order(member);
        }
        return result;
    }

    private void CheckOthers(JsonObject map, ShapeCheck check)
    {
        var unknown = map.Where(m => Find(m.Key) is null).ToList();
        if (Others is null)
        {
            // One fault per key, so that each has its place; the wire form joins them again.
            foreach (var (name, _) in unknown)
                check.KeyFault(name, $"Unrecognized key: \"{name}\"", Unknown(name));
            return;
        }
        foreach (var (name, member) in unknown)
        {
            if (OtherNames is not null && !OtherNames.IsMatch(name))
                check.KeyFault(name, "Invalid key in record", $"is not a possible name: it must match {OtherNames}");
            else
                check.Inside(name, c => Others.Check(member, c));
        }
    }

    private static void Missing(ConfigKey key, ShapeCheck check) =>
        check.Fault($"Invalid input: expected {WireType(key.Shape)}, received undefined", "is required: " + key.Shape.Expectation);

    private string Unknown(string name)
    {
        if (NearestName.Of(name, Keys.Select(k => k.Name)) is { } nearest)
            return $"unknown key; did you mean \"{nearest}\"?";
        var known = Keys.Count <= 8 ? Keys.Select(k => k.Name) : Keys.Take(8).Select(k => k.Name).Append("…");
        return Keys.Count == 0 ? "unknown key" : "unknown key; known here: " + string.Join(", ", known);
    }

    private static string WireType(ConfigShape shape) => shape switch
    {
        NumberShape => "number",
        FlagShape => "boolean",
        ListShape => "array",
        ObjectShape => "object",
        _ => "string",
    };
}
