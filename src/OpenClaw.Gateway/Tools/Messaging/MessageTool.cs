using System.Text.Json.Nodes;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Replies;
using OpenClaw.Agents.Tools;
using OpenClaw.Channels.Contract;
using OpenClaw.Gateway.Channels;
using OpenClaw.Gateway.Conversations;

namespace OpenClaw.Gateway.Tools.Messaging;

/// <summary><c>message</c>: sends to people and groups on messaging channels, and what else their channels can do (spec 09 §5).</summary>
internal sealed class MessageTool(MessageActions actions, AgentDirectory agents, SessionAccess access, DeliveryMirror mirror, SentMessages sent) : ITool
{
    private const int MaxTargets = 20;
    private const string AllChannels = "all";

    private readonly MessageRules _rules = new(actions.Recipients, () => agents.Config.Tools.Message);
    private volatile Described? _described;

    /// <summary>True when there is a channel.</summary>
    public bool CanSend => actions.Recipients.Channels.Count > 0;

    /// <inheritdoc/>
    public ToolDefinition Definition
    {
        get
        {
            // Made anew only when the channels or their switches are others.
            var offered = Offered();
            var name = string.Join(' ', offered);
            var described = _described;
            if (described is null || described.Actions != name)
                _described = described = new Described(name, MessageToolText.Of(offered));
            return described.Definition;
        }
    }

    /// <inheritdoc/>
    public async Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        var (arguments, scene) = (new ToolArguments(call.Arguments), call.Scene);
        var action = arguments.Text("action") ?? ActionGates.Send;
        if (action == MessageToolText.Broadcast)
            return await BroadcastAsync(call, arguments, ct).ConfigureAwait(false);
        var (channel, noChannel) = actions.Recipients.Choose(arguments.Text("channel"), MessageRules.ChannelOf(scene));
        return channel is null
            ? ToolResult.Error(MessageToolText.Name, noChannel!)
            : await RunAsync(call, arguments, action, channel, To(arguments), $"tool:{scene.RunId}:{call.Id}", ct).ConfigureAwait(false);
    }

    private async Task<ToolResult> BroadcastAsync(ToolCall call, ToolArguments arguments, CancellationToken ct)
    {
        if (!agents.Config.Tools.Message.Broadcast)
            return ToolResult.Error(MessageToolText.Name, "broadcast is off (tools.message.broadcast.enabled)");
        var targets = arguments.Texts("targets");
        if (targets.Count is 0 or > MaxTargets)
            return ToolResult.Error(MessageToolText.Name, $"targets required: 1 to {MaxTargets} of them");
        var (channels, problem) = BroadcastChannels(call.Scene, arguments.Text("channel"));
        if (problem is not null)
            return ToolResult.Error(MessageToolText.Name, problem);
        var results = new JsonArray();
        foreach (var channel in channels)
        {
            foreach (var to in targets)
            {
                var key = $"tool:{call.Scene.RunId}:{call.Id}/{results.Count}";
                var one = await RunAsync(call, arguments, ActionGates.Send, channel, to, key, ct).ConfigureAwait(false);
                var result = JsonNode.Parse(one.Details!.Value.GetRawText())!.AsObject();
                result["channel"] ??= channel.Description.Id;
                result["to"] ??= to;
                result["ok"] = !one.IsError && result["status"] is null;
                results.Add((JsonNode)result);
            }
        }

        return ToolResult.Json(new JsonObject { ["action"] = MessageToolText.Broadcast, ["results"] = results });
    }

    private (IReadOnlyList<IChannel> Channels, string? Problem) BroadcastChannels(ToolScene scene, string? named)
    {
        if (named == AllChannels)
            return ([.. actions.Recipients.Channels.Select(actions.Recipients.Channel).OfType<IChannel>()], null);
        var (channel, problem) = actions.Recipients.Choose(named, MessageRules.ChannelOf(scene));
        return channel is null ? ([], problem) : ([channel], null);
    }

    private async Task<ToolResult> RunAsync(
        ToolCall call, ToolArguments arguments, string action, IChannel channel, string? to, string key, CancellationToken ct)
    {
        var scene = call.Scene;
        var isHere = MessageRules.ChannelOf(scene) == channel.Description.Id;
        var isConversation = isHere && (to is null || to == scene.To);
        var end = await actions.RunAsync(
            new ActionCall
            {
                Action = action,
                Channel = channel,
                AccountId = arguments.Text("accountId") ?? (isHere ? scene.AccountId : null),
                To = to ?? (isHere ? scene.To : null),
                ThreadId = arguments.Id("threadId") ?? (isConversation ? scene.ThreadId : null),
                Arguments = arguments,
                Key = key,
                Media = MediaGate.Of(agents, scene.AgentId),
                DryRun = arguments.Flag("dryRun") == true,
                Forbidden = recipient => _rules.Forbidden(scene, recipient) ?? access.Blocked(mirror.KeyOf(scene.AgentId, recipient.Peer))?.Message,
                Marked = (recipient, text) => _rules.Marked(scene, recipient, text),
            },
            ct).ConfigureAwait(false);
        if (end.IsForbidden)
            return ToolResult.Json(new JsonObject { ["status"] = "forbidden", ["error"] = end.Error });
        if (end.Error is { } error)
            return Failed(arguments, channel, to, error);
        if (end.Said is { } said)
            Note(scene, end.Recipient!, said);
        return ToolResult.Json(end.Result!);
    }

    // So that the final answer does not say it again, and the agent knows of it when the people there answer.
    private void Note(ToolScene scene, Recipient recipient, string said)
    {
        sent.Sent(scene.RunId, recipient.Target, said);
        if (recipient.Peer != recipient.Target)
            sent.Sent(scene.RunId, recipient.Peer, said);
        var key = mirror.KeyOf(scene.AgentId, recipient.Peer);

        // The conversation itself has the call and its result.
        if (key != scene.SessionKey)
            mirror.Note(key, said);
    }

    private static ToolResult Failed(ToolArguments arguments, IChannel channel, string? to, string error) =>
        arguments.Flag("bestEffort") == true
            ? ToolResult.Json(new JsonObject { ["channel"] = channel.Description.Id, ["to"] = to, ["delivered"] = false, ["error"] = error })
            : ToolResult.Error(MessageToolText.Name, error);

    private static string? To(ToolArguments arguments) => arguments.Id("target") ?? arguments.Id("to");

    private IReadOnlyList<string> Offered() =>
        agents.Config.Tools.Message.Broadcast ? [.. actions.Offered(), MessageToolText.Broadcast] : actions.Offered();

    private sealed record Described(string Actions, ToolDefinition Definition);
}
