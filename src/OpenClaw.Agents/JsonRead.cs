using System.Text.Json;

namespace OpenClaw.Agents;

/// <summary>Reads what others wrote, servers and files: a member of the wrong kind counts as absent, because nobody is trusted to keep a format.</summary>
internal static class JsonRead
{
    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static long? Number(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    public static JsonElement? Object(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public static IEnumerable<JsonElement> Objects(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } value
            ? value.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.Object)
            : [];

    private static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
