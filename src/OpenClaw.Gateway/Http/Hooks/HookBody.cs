using System.Text.Json;

namespace OpenClaw.Gateway.Http.Hooks;

/// <summary>Reads the bodies of <c>/hooks/wake</c> and <c>/hooks/agent</c> (spec 06 §5.2 and §5.3).</summary>
internal static class HookBody
{
    public static (HookOrder? Order, string? Problem) Wake(JsonElement body) => Text(body, "text") is { } text
        ? (new HookOrder { IsWake = true, Text = text, Now = Text(body, "mode") != "next-heartbeat" }, null)
        : (null, "text required");

    /// <param name="body">The body.</param>
    /// <param name="channels">Channels that can send.</param>
    public static (HookOrder? Order, string? Problem) Agent(JsonElement body, IReadOnlyList<string> channels)
    {
        if (Text(body, "message") is not { } message)
            return (null, "message required");
        var channel = body.TryGetProperty("channel", out var named) && named.ValueKind != JsonValueKind.Null
            ? named.ValueKind == JsonValueKind.String ? Channel(named.GetString(), channels) : null
            : "last";
        if (channel is null)
            return (null, ChannelProblem(channels));
        if (body.TryGetProperty("model", out var model) && (model.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(model.GetString())))
            return (null, "model required");
        return (new HookOrder
        {
            IsWake = false,
            Text = message,
            Name = Text(body, "name") ?? "Hook",
            Now = Text(body, "wakeMode") != "next-heartbeat",
            SessionKey = Text(body, "sessionKey"),
            Deliver = body.TryGetProperty("deliver", out var deliver) && deliver.ValueKind is JsonValueKind.True or JsonValueKind.False ? deliver.GetBoolean() : null,
            Channel = channel,
            To = Text(body, "to"),
            Model = Text(body, "model"),
            Thinking = Text(body, "thinking"),
            TimeoutSeconds = body.TryGetProperty("timeoutSeconds", out var limit) && limit.ValueKind == JsonValueKind.Number && limit.GetDouble() is >= 1 and < 1e9 and var seconds
                ? (long)seconds
                : null,
        }, null);
    }

    /// <summary>The channel's id; null when it is none that can send.</summary>
    public static string? Channel(string? text, IReadOnlyList<string> channels)
    {
        var id = text?.Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(id) || id == "last" ? "last" : channels.Contains(id, StringComparer.Ordinal) ? id : null;
    }

    public static string ChannelProblem(IReadOnlyList<string> channels) => "channel must be " + string.Join('|', channels.Prepend("last"));

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text ? text : null;
}
