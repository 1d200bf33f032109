using System.Text.Json;

namespace OpenClaw.Operations.Logging;

/// <summary>Shortened ids, cut values and agent event summaries for <see cref="WebSocketLog"/> (spec 05 §7.3).</summary>
public static class WebSocketLogText
{
    private const int MaxValue = 240;
    private const int MaxAssistantText = 160;

    /// <summary>A UUID becomes first 8 and last 4 characters, another id over 24 characters first 12 and last 4.</summary>
    public static string Id(string id) =>
        Guid.TryParse(id, out _) && id.Length == 36 ? $"{id[..8]}…{id[^4..]}"
        : id.Length > 24 ? $"{id[..12]}…{id[^4..]}"
        : id;

    /// <summary>One line, at most 240 characters. Masking is done by the log itself.</summary>
    public static string Value(string value)
    {
        var line = value.ReplaceLineEndings(" ");
        return line.Length > MaxValue ? string.Concat(line.AsSpan(0, MaxValue), "...") : line;
    }

    /// <summary>What is worth showing of an <c>agent</c> event: never arguments or results of tools.</summary>
    public static string AgentEvent(string stream, JsonElement data) => stream switch
    {
        "assistant" => Cut(Text(data, "text") ?? ""),
        "tool" => $"tool={Text(data, "phase")}:{Text(data, "name")} call={Text(data, "toolCallId")}"
            + (data.TryGetProperty("isError", out var failed) && failed.ValueKind == JsonValueKind.True ? " err" : ""),
        "lifecycle" => $"phase={Text(data, "phase")}"
            + (data.TryGetProperty("aborted", out var aborted) && aborted.ValueKind == JsonValueKind.True ? " aborted" : "")
            + (Text(data, "error") is { } error ? $" error={Value(error)}" : ""),
        _ => "",
    };

    private static string Cut(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length > MaxAssistantText ? string.Concat(line.AsSpan(0, MaxAssistantText), "…") : line;
    }

    private static string? Text(JsonElement data, string name) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
