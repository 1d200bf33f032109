using System.Text.Json.Nodes;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Replies;
using OpenClaw.Agents.Tools;
using OpenClaw.Gateway.Conversations;
using OpenClaw.Protocol;

namespace OpenClaw.Gateway.Tools.Messaging;

/// <summary><c>message</c>: sends to people and groups on messaging channels (spec 09 §5). Only what a channel can do is offered.</summary>
internal sealed class MessageTool(IDelivery delivery, AgentDirectory agents, SessionAccess access, DeliveryMirror mirror, SentMessages sent) : ITool
{
    private const string Name = "message";
    private const int MaxTargets = 20;

    private readonly MessageRoute _route = new(delivery, () => agents.Config.Tools.Message);

    /// <summary>True when some channel can send.</summary>
    public bool CanSend => _route.Channels.Count > 0;

    /// <inheritdoc/>
    public ToolDefinition Definition { get; } = new()
    {
        Name = Name,
        Summary = "Send messages on messaging channels",
        Description = "Sends a message to a person or group on a messaging channel; without target, to the current conversation. broadcast sends it to several targets. "
            + "Answers to the current conversation need no tool: just say them.",
        Parameters = ToolParameters.Of(
            """
            {"type":"object","properties":{
              "action":{"type":"string","enum":["send","broadcast"]},
              "channel":{"type":"string","description":"Default: that of the conversation"},
              "target":{"type":"string","description":"Person, number, chat or group"},
              "targets":{"type":"array","items":{"type":"string"},"description":"broadcast: up to 20 of them"},
              "accountId":{"type":"string","description":"Account on the channel"},
              "threadId":{"type":"string","description":"Topic or thread"},
              "message":{"type":"string","description":"The text"},
              "media":{"type":"string","description":"An address, or a file in the workspace, to attach"},
              "caption":{"type":"string","description":"Text beside media"},
              "replyTo":{"type":"string","description":"Id of the message it answers"},
              "asVoice":{"type":"boolean","description":"Send audio as a voice note"},
              "bestEffort":{"type":"boolean","description":"Do not fail when it cannot be delivered"},
              "dryRun":{"type":"boolean","description":"Only say where it would go"}},
             "required":["action"]}
            """),
        RequiredScope = Scopes.Write,
    };

    /// <inheritdoc/>
    public async Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        var (arguments, scene) = (new ToolArguments(call.Arguments), call.Scene);
        var action = arguments.Text("action") ?? "send";
        if (action is not ("send" or "broadcast"))
            return ToolResult.Error(Name, "action must be send or broadcast; the configured channels can do nothing else");
        var (reply, badContent) = Content(arguments, scene);
        if (reply is null)
            return ToolResult.Error(Name, badContent!);
        var (channel, noChannel) = _route.Channel(scene, arguments.Text("channel"));
        if (channel is null)
            return ToolResult.Error(Name, noChannel!);
        if (action == "send")
            return await SendAsync(call, arguments, channel, arguments.Text("target") ?? arguments.Text("to"), reply, ct).ConfigureAwait(false);
        if (!agents.Config.Tools.Message.Broadcast)
            return ToolResult.Error(Name, "broadcast is off (tools.message.broadcast.enabled)");
        var targets = arguments.Texts("targets");
        if (targets.Count is 0 or > MaxTargets)
            return ToolResult.Error(Name, $"targets required: 1 to {MaxTargets} of them");
        var results = new JsonArray();
        foreach (var to in targets)
        {
            var one = await SendAsync(call, arguments, channel, to, reply, ct).ConfigureAwait(false);
            results.Add(JsonNode.Parse(one.Details!.Value.GetRawText()));
        }

        return ToolResult.Json(new JsonObject { ["channel"] = channel, ["action"] = action, ["results"] = results });
    }

    private async Task<ToolResult> SendAsync(ToolCall call, ToolArguments arguments, string channel, string? to, ReplyPayload reply, CancellationToken ct)
    {
        var scene = call.Scene;
        var (target, noTarget) = MessageRoute.Target(scene, channel, to, arguments.Text("accountId"), arguments.Text("threadId"));
        if (target is null)
            return ToolResult.Error(Name, noTarget!);
        var key = mirror.KeyOf(scene.AgentId, target);
        if ((_route.Forbidden(scene, target) ?? access.Blocked(key)?.Message) is { } forbidden)
            return ToolResult.Json(new JsonObject { ["status"] = "forbidden", ["error"] = forbidden });
        var text = _route.Marked(scene, target, reply.Text);
        var result = new JsonObject { ["channel"] = channel, ["to"] = target.To };
        if (arguments.Flag("dryRun") == true)
        {
            result["dryRun"] = true;
            return ToolResult.Json(result);
        }

        var receipt = await delivery.SendAsync(target, reply with { Text = text }, null, ct).ConfigureAwait(false);
        if (!receipt.Ok)
        {
            var error = receipt.Error ?? "the channel did not take it";
            if (arguments.Flag("bestEffort") != true)
                return ToolResult.Error(Name, $"{channel} {target.To}: {error}");
            result["delivered"] = false;
            result["error"] = error;
            return ToolResult.Json(result);
        }

        sent.Sent(scene.RunId, target, text);

        // The conversation itself has the call and its result.
        if (key != scene.SessionKey)
            mirror.Note(key, text.Length > 0 ? text : string.Join(", ", reply.MediaUrls.Select(Path.GetFileName)));
        result["messageId"] = receipt.MessageId;
        return ToolResult.Json(result);
    }

    private (ReplyPayload? Reply, string? Problem) Content(ToolArguments arguments, ToolScene scene)
    {
        var text = arguments.Text("message") ?? arguments.Text("caption") ?? string.Empty;
        var media = new List<string>();
        if ((arguments.Text("media") ?? arguments.Text("path") ?? arguments.Text("filePath")) is { } reference)
        {
            // Nothing but what the agent owns leaves the machine (CVE-2026-44996).
            var gate = new MediaGate(scene.Workspace, [Path.Combine(agents.Paths.StateDir, "media")]);
            var named = Path.IsPathRooted(reference) || reference.Contains("://", StringComparison.Ordinal) || reference.StartsWith("./", StringComparison.Ordinal)
                ? reference : "./" + reference;
            if (gate.Resolve(named) is not { } allowed)
                return (null, $"media: {reference} is neither an address nor a file in the workspace");
            media.Add(allowed);
        }

        return text.Length == 0 && media.Count == 0
            ? (null, "message or media required")
            : (new ReplyPayload { Text = text, MediaUrls = media, ReplyToId = arguments.Text("replyTo"), AudioAsVoice = arguments.Flag("asVoice") == true }, null);
    }
}
