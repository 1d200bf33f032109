using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Tools;
using OpenClaw.Gateway.Channels;
using OpenClaw.Protocol;

namespace OpenClaw.Gateway.Tools.Messaging;

/// <summary>How the message tool is described: only what the channels in use can do (spec 09 §5).</summary>
internal static class MessageToolText
{
    public const string Name = "message";
    public const string Broadcast = "broadcast";

    private static readonly (string Name, string[] Actions, string Schema)[] s_parameters =
    [
        ("channel", [], """{"type":"string","description":"Default: that of the conversation"}"""),
        ("target", [], """{"type":"string","description":"Person, number, chat or group. Default: the conversation"}"""),
        ("targets", [Broadcast], """{"type":"array","items":{"type":"string"},"description":"broadcast: up to 20 of them"}"""),
        ("accountId", [], """{"type":"string","description":"Account on the channel"}"""),
        ("threadId", [], """{"type":"string","description":"Topic or thread"}"""),
        ("message", [], """{"type":"string","description":"The text"}"""),
        ("media", [], """{"type":"string","description":"An address, or a file in the workspace, to attach"}"""),
        ("caption", [], """{"type":"string","description":"Text beside media"}"""),
        ("replyTo", [], """{"type":"string","description":"Id of the message it answers"}"""),
        ("quoteText", [], """{"type":"string","description":"Words of that message to quote"}"""),
        ("asVoice", [], """{"type":"boolean","description":"Send audio as a voice note"}"""),
        ("silent", [], """{"type":"boolean","description":"Without a sound"}"""),
        ("gifPlayback", [], """{"type":"boolean","description":"Play a video like a GIF"}"""),
        ("buttons", [], """{"type":"array","items":{"type":"array","items":{"type":"object","properties":{"text":{"type":"string"},"callback_data":{"type":"string"}}}},"description":"Rows of buttons; pressing one sends its callback_data, at most 64 bytes"}"""),
        ("messageId", [ActionGates.React, ActionGates.Edit, ActionGates.Delete, "read"], """{"type":"string","description":"The message it is about"}"""),
        ("emoji", [ActionGates.React], """{"type":"string","description":"react: the emoji"}"""),
        ("remove", [ActionGates.React], """{"type":"boolean","description":"react: take it away"}"""),
        ("participant", [ActionGates.React], """{"type":"string","description":"Author of the message, in a group"}"""),
        ("fromMe", [ActionGates.React], """{"type":"boolean","description":"The message is our own"}"""),
        ("pollQuestion", [ActionGates.Poll], """{"type":"string","description":"poll: what is asked"}"""),
        ("pollOption", [ActionGates.Poll], """{"type":"array","items":{"type":"string"},"description":"poll: what can be chosen"}"""),
        ("pollMulti", [ActionGates.Poll], """{"type":"boolean","description":"poll: several may be chosen"}"""),
        ("pollDurationHours", [ActionGates.Poll], """{"type":"number","description":"poll: how long it runs"}"""),
        ("stickerId", ["sticker"], """{"type":"array","items":{"type":"string"},"description":"sticker: its file id"}"""),
        ("query", ["sticker-search"], """{"type":"string","description":"sticker-search: words"}"""),
        ("limit", ["sticker-search"], """{"type":"number","description":"sticker-search: how many"}"""),
        ("bestEffort", [], """{"type":"boolean","description":"Do not fail when it cannot be delivered"}"""),
        ("dryRun", [], """{"type":"boolean","description":"Only say where it would go"}"""),
    ];

    /// <summary>The description for a set of actions, <see cref="Broadcast"/> among them when it is on.</summary>
    public static ToolDefinition Of(IReadOnlyList<string> actions)
    {
        var properties = new JsonObject { ["action"] = new JsonObject { ["type"] = "string", ["enum"] = Names(actions) } };
        foreach (var (name, only, schema) in s_parameters)
        {
            if (only.Length == 0 || only.Intersect(actions, StringComparer.Ordinal).Any())
                properties[name] = JsonNode.Parse(schema);
        }

        var parameters = new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = Names(["action"]) };
        using var document = JsonDocument.Parse(parameters.ToJsonString());
        return new ToolDefinition
        {
            Name = Name,
            Summary = "Send messages on messaging channels",
            Description = "Sends a message to a person or group on a messaging channel; without target, to the current conversation. "
                + $"Other actions: {string.Join(", ", actions.Where(static action => action != ActionGates.Send))}. "
                + "Answers to the current conversation need no tool: just say them.",
            Parameters = document.RootElement.Clone(),
            RequiredScope = Scopes.Write,
        };
    }

    private static JsonArray Names(IReadOnlyList<string> names) => new([.. names.Select(static name => (JsonNode)JsonValue.Create(name)!)]);
}
