using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Access;
using OpenClaw.Channels.Inbound.Gating;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Model.Channels;

namespace OpenClaw.Channels.Inbound.Steps;

/// <summary>With which sign a message is acknowledged (spec 10 §3.8). Pure.</summary>
internal static class AckRules
{
    private const string Eyes = "👀";

    /// <summary>The emoji; null: none.</summary>
    public static string? Emoji(InboundEvent inbound, GateDecision gate, InboundRoute route, MessagesConfig messages, ChannelAccountConfig account)
    {
        if (inbound is not { Kind: "message", MessageId: not null })
            return null;
        return SenderIds.ArePhones(inbound.Channel) ? OnPhones(inbound, gate, route, account) : ByScope(inbound, gate, route, messages);
    }

    private static string? ByScope(InboundEvent inbound, GateDecision gate, InboundRoute route, MessagesConfig messages)
    {
        var isDirect = inbound.ChatType == "direct";
        var wanted = messages.AckReactionScope switch
        {
            "all" => true,
            "direct" => isDirect,
            "group-all" => !isDirect,
            "group-mentions" => !isDirect && gate is { NeedsMention: true, WasMentioned: true },
            _ => false,
        };
        return wanted ? Given(messages.AckReaction ?? Given(route.IdentityEmoji) ?? Eyes) : null;
    }

    private static string? OnPhones(InboundEvent inbound, GateDecision gate, InboundRoute route, ChannelAccountConfig account)
    {
        if (account.Raw["ackReaction"] is not JsonObject settings || Given(Text(settings, "emoji")) is not { } emoji)
            return null;
        if (inbound.ChatType == "direct")
            return settings["direct"]?.GetValueKind() == JsonValueKind.False ? null : emoji;
        return (Text(settings, "group") ?? "mentions") switch
        {
            "always" => emoji,
            "mentions" => gate.WasMentioned || route.Activation == "always" ? emoji : null,
            _ => null,
        };
    }

    private static string? Text(JsonObject settings, string key) => settings[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string? Given(string? text) => text?.Trim() is { Length: > 0 } given ? given : null;
}
