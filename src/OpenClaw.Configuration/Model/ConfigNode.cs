using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Model;

/// <summary>
/// Reads typed values out of an object that may be absent. A value of the wrong type reads as absent: reporting it is the
/// validator's work, and a best-effort view of an invalid file must not throw.
/// </summary>
internal readonly struct ConfigNode(JsonNode? node)
{
    /// <summary>The object itself; null when absent or not an object.</summary>
    public JsonObject? Object { get; } = node as JsonObject;

    public ConfigNode Section(string key) => new(Object?[key]);

    public string? Text(string key) => TextOf(Object?[key]);

    public bool? Flag(string key) => Object?[key] is JsonValue value && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False
        ? Object[key]!.GetValue<bool>()
        : null;

    public double? Number(string key) => Object?[key] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? Json.Number(value) : null;

    public long? Whole(string key) => Number(key) is { } number && Math.Floor(number) == number && Math.Abs(number) < 1L << 53 ? (long)number : null;

    /// <summary>A whole number that the code keeps in 32 bits; a larger one is as good as the largest.</summary>
    public int? Count(string key) => Whole(key) is { } number ? (int)Math.Clamp(number, int.MinValue, int.MaxValue) : null;

    public IReadOnlyList<string>? Texts(string key) =>
        Object?[key] is JsonArray array ? [.. array.Select(TextOf).OfType<string>()] : null;

    public IReadOnlyList<T>? List<T>(string key, Func<ConfigNode, T> read) =>
        Object?[key] is JsonArray array ? [.. array.OfType<JsonObject>().Select(o => read(new ConfigNode(o)))] : null;

    public IReadOnlyDictionary<string, T> Map<T>(string key, Func<ConfigNode, T> read)
    {
        var result = new Dictionary<string, T>(StringComparer.Ordinal);
        if (Object?[key] is JsonObject map)
        {
            foreach (var (name, value) in map)
                result[name] = read(new ConfigNode(value));
        }
        return result;
    }

    public IReadOnlyDictionary<string, string>? TextMap(string key)
    {
        if (Object?[key] is not JsonObject map)
            return null;
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in map)
        {
            if (TextOf(value) is { } text)
                result[name] = text;
        }
        return result;
    }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> TextsMap(string key)
    {
        var result = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var section = Section(key);
        foreach (var (name, _) in section.Object ?? [])
        {
            if (section.Texts(name) is { } texts)
                result[name] = texts;
        }
        return result;
    }

    public IReadOnlyDictionary<string, long> WholeMap(string key)
    {
        var result = new Dictionary<string, long>(StringComparer.Ordinal);
        var section = Section(key);
        foreach (var (name, _) in section.Object ?? [])
        {
            if (section.Whole(name) is { } number)
                result[name] = number;
        }
        return result;
    }

    private static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
