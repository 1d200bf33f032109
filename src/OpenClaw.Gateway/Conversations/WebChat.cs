using System.Text.Json.Nodes;

namespace OpenClaw.Gateway.Conversations;

/// <summary>The internal channel that clients of the gateway talk on.</summary>
internal static class WebChat
{
    public const string Channel = "webchat";

    /// <summary>
    /// Marks a session as spoken to over WebChat. One that has a route to a messaging channel keeps it: its owner looking in must not
    /// redirect what the agent sends there.
    /// </summary>
    public static void Route(JsonObject entry, string? displayName)
    {
        if (entry["deliveryContext"] is JsonObject context && context["channel"] is JsonValue channel
            && channel.TryGetValue<string>(out var name) && name != Channel)
            return;
        if (!entry.ContainsKey("chatType"))
            entry["chatType"] = "direct";
        entry["deliveryContext"] = new JsonObject { ["channel"] = Channel };
        entry["lastChannel"] = Channel;
        var origin = new JsonObject();
        if (displayName is { Length: > 0 })
            origin["label"] = displayName;
        origin["provider"] = Channel;
        origin["surface"] = Channel;
        origin["chatType"] = "direct";
        entry["origin"] = origin;
    }
}
