using System.Globalization;
using System.Text.Json;

namespace OpenClaw.Gateway.ControlPlane.Nodes;

/// <summary>What a <c>node.event</c> sets off (spec 02 §7). Unknown events and bad payloads are ignored, as in the reference.</summary>
internal sealed class NodeEvents(NodeSubscriptions subscriptions, INodeConversations conversations)
{
    private const int MaxText = 20_000;

    /// <summary>Handles one event; returns at once.</summary>
    public void Handle(Caller node, string name, JsonElement? payload)
    {
        if (payload is not { ValueKind: JsonValueKind.Object } body)
            return;
        switch (name)
        {
            case "chat.subscribe" when Text(body, "sessionKey") is { } session:
                subscriptions.Add(node.ConnId, session);
                break;
            case "chat.unsubscribe" when Text(body, "sessionKey") is { } session:
                subscriptions.Remove(node.ConnId, session);
                break;
            case "voice.transcript" when Text(body, "text") is { Length: <= MaxText } spoken:
                conversations.Transcript(node, spoken, Text(body, "sessionKey"));
                break;
            case "agent.request" when Text(body, "message") is { Length: <= MaxText } message:
                conversations.AgentRequest(node, RequestOf(body, message));
                break;
            case "exec.started" or "exec.finished" or "exec.denied" when NoteOf(node, name, body) is { } note:
                conversations.Note(node, note, Text(body, "sessionKey"));
                break;
            default:
                break;
        }
    }

    private static NodeAgentRequest RequestOf(JsonElement body, string message) => new()
    {
        Message = message,
        SessionKey = Text(body, "sessionKey"),
        Channel = Text(body, "channel"),
        To = Text(body, "to"),
        Deliver = Flag(body, "deliver"),
        Thinking = Text(body, "thinking"),
        TimeoutSeconds = body.TryGetProperty("timeoutSeconds", out var seconds) && seconds.ValueKind == JsonValueKind.Number ? seconds.GetDouble() : null,
    };

    private static string? NoteOf(Caller node, string name, JsonElement body)
    {
        var run = Text(body, "runId") is { } id ? $" id={id}" : "";
        var command = Text(body, "command") is { } text ? $": {text}" : "";
        return name switch
        {
            "exec.started" => $"Exec started (node={node.NodeId}{run}){command}",
            "exec.denied" => $"Exec denied (node={node.NodeId}{run}, {Text(body, "reason") ?? "denied"}){command}",
            _ => $"Exec finished (node={node.NodeId}{run}, {EndOf(body)}){(Text(body, "output") is { } output ? "\n" + output : "")}",
        };
    }

    private static string EndOf(JsonElement body)
    {
        if (Flag(body, "timedOut"))
            return "timeout";
        return body.TryGetProperty("exitCode", out var code) && code.ValueKind == JsonValueKind.Number
            ? string.Create(CultureInfo.InvariantCulture, $"code {code.GetDouble()}")
            : "code ?";
    }

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text ? text : null;

    private static bool Flag(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
