using System.Text.Json.Nodes;
using OpenClaw.Channels.Catalog;

namespace OpenClaw.Gateway.Conversations;

/// <summary>The internal channel that clients of the gateway talk on.</summary>
internal static class WebChat
{
    /// <summary>
    /// Marks a session as spoken to over WebChat. One that has a route to a messaging channel keeps it: its owner looking in must not
    /// redirect what the agent sends there.
    /// </summary>
    public static void Route(JsonObject entry, string? displayName)
    {
        if (entry["deliveryContext"] is JsonObject context && context["channel"] is JsonValue channel
            && channel.TryGetValue<string>(out var name) && name != ChannelCatalog.WebChat)
            return;
        if (!entry.ContainsKey("chatType"))
            entry["chatType"] = "direct";
        entry["deliveryContext"] = new JsonObject { ["channel"] = ChannelCatalog.WebChat };
        entry["lastChannel"] = ChannelCatalog.WebChat;
        var origin = new JsonObject();
        if (displayName is { Length: > 0 })
            origin["label"] = displayName;
        origin["provider"] = ChannelCatalog.WebChat;
        origin["surface"] = ChannelCatalog.WebChat;
        origin["chatType"] = "direct";
        entry["origin"] = origin;
    }
}
