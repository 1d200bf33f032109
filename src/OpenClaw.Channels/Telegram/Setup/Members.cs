using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Telegram.Setup;

/// <summary>Reads single members of a settings object; one of the wrong type counts as absent.</summary>
internal static class Members
{
    /// <summary>Trimmed; null when blank.</summary>
    public static string? Text(this JsonObject? section, string name) =>
        section?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Trim() is { Length: > 0 } text ? text : null;

    public static bool? Flag(this JsonObject? section, string name) =>
        section?[name]?.GetValueKind() switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    public static long? Whole(this JsonObject? section, string name) =>
        section?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<long>(out var number) ? number : null;

    public static JsonObject? Section(this JsonObject? section, string name) => section?[name] as JsonObject;

    public static IEnumerable<JsonObject> Objects(this JsonObject? section, string name) => (section?[name] as JsonArray)?.OfType<JsonObject>() ?? [];
}
