using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Sessions;

/// <summary>
/// One value of <c>sessions.json</c>, immutable. Members that nothing here knows are kept as they are (spec 08 §4).
/// </summary>
public sealed class StoredSession
{
    private static readonly (string Old, string New)[] s_renamed =
        [("provider", "channel"), ("lastProvider", "lastChannel"), ("room", "groupChannel")];

    /// <summary>Wraps a JSON object; anything else counts as an empty one.</summary>
    public StoredSession(JsonElement raw) => Raw = raw;

    /// <summary>The whole entry, member order as stored.</summary>
    public JsonElement Raw { get; }

    /// <summary>Current transcript.</summary>
    public string? SessionId => Text("sessionId");

    /// <summary>Last activity, epoch milliseconds.</summary>
    public long? UpdatedAt => Number("updatedAt");

    /// <summary>Unique name given by a person.</summary>
    public string? Label => Text("label");

    /// <summary>The session that spawned this one.</summary>
    public string? SpawnedBy => Text("spawnedBy");

    /// <summary>A string member; null when absent, empty or of another type.</summary>
    public string? Text(string name) =>
        Member(name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>A whole number member.</summary>
    public long? Number(string name) =>
        Member(name) is { ValueKind: JsonValueKind.Number } value ? (value.TryGetInt64(out var whole) ? whole : (long)value.GetDouble()) : null;

    /// <summary>A boolean member.</summary>
    public bool? Flag(string name) => Member(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>A member of any type, <c>null</c> values excluded.</summary>
    public JsonElement? Member(string name) =>
        Raw.ValueKind == JsonValueKind.Object && Raw.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A copy that may be changed.</summary>
    public JsonObject ToObject() =>
        Raw.ValueKind == JsonValueKind.Object ? JsonNode.Parse(JsonMarshal.GetRawUtf8Value(Raw)) as JsonObject ?? [] : [];

    /// <summary>Freezes an object.</summary>
    public static StoredSession From(JsonObject entry)
    {
        using var json = new PooledBuffer();
        StoreJson.Write(json, entry, indented: false);
        using var document = JsonDocument.Parse(json.Written);
        return new StoredSession(document.RootElement.Clone());
    }

    /// <summary>Renames members of older releases (spec 08 §4, "legacy names on read").</summary>
    internal static StoredSession Upgrade(JsonElement raw)
    {
        if (raw.ValueKind != JsonValueKind.Object || !s_renamed.Any(pair => raw.TryGetProperty(pair.Old, out _)))
            return new StoredSession(raw);
        var entry = new StoredSession(raw).ToObject();
        foreach (var (old, renamed) in s_renamed)
        {
            if (!entry.TryGetPropertyValue(old, out var value))
                continue;
            entry.Remove(old);
            if (!entry.ContainsKey(renamed))
                entry[renamed] = value?.DeepClone();
        }

        return From(entry);
    }
}
