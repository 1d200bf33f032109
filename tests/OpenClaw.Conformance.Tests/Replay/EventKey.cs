using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>What makes two events the same kind of event: its name, and the stream and phase, state or action inside.</summary>
internal static class EventKey
{
    public static string Of(JsonObject frame)
    {
        var name = frame["event"]!.GetValue<string>();
        var payload = frame["payload"] as JsonObject;
        var detail = name switch
        {
            "agent" => $"{payload?["stream"]}{(payload?["data"]?["phase"] is { } phase ? $".{phase}" : "")}",
            "chat" => payload?["state"]?.ToString(),
            _ => null,
        };
        return detail is null ? name : $"{name} {detail}";
    }

    public static string? RunOf(JsonObject frame) =>
        frame["event"]!.GetValue<string>() is "agent" or "chat" ? (frame["payload"] as JsonObject)?["runId"]?.ToString() : null;
}
