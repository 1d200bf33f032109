using System.Text.Json.Nodes;
using OpenClaw.Channels.Inbound;

namespace OpenClaw.Gateway.Conversations.Channels;

/// <summary>What a channel's message leaves in its session's entry (spec 08 §4).</summary>
internal static class SessionEntries
{
    /// <summary>Where it was last talked to, and with whom.</summary>
    public static void Route(JsonObject entry, AcceptedMessage message)
    {
        var inbound = message.Event;
        entry["chatType"] = inbound.ChatType;
        entry["channel"] = inbound.Channel;
        if (inbound.ChatType != "direct")
        {
            entry["groupId"] = inbound.PeerId;
            if (inbound.ChatTitle is { Length: > 0 } title)
                entry["subject"] = title;
        }

        entry["origin"] = Place(inbound, message, new JsonObject
        {
            ["label"] = message.ConversationLabel,
            ["provider"] = inbound.Channel,
            ["surface"] = inbound.Channel,
            ["chatType"] = inbound.ChatType,
            ["from"] = message.From,
        });
        entry["deliveryContext"] = Place(inbound, message, new JsonObject { ["channel"] = inbound.Channel });
        Last(entry, inbound.Channel, message.ReplyTo, inbound.AccountId, message.ReplyThreadId);
    }

    /// <summary>The target of <c>last</c>.</summary>
    public static void Last(JsonObject entry, string channel, string to, string accountId, string? threadId)
    {
        entry["lastChannel"] = channel;
        entry["lastTo"] = to;
        entry["lastAccountId"] = accountId;
        if (threadId is not null)
            entry["lastThreadId"] = threadId;
        else
            entry.Remove("lastThreadId");
    }

    private static JsonObject Place(InboundEvent inbound, AcceptedMessage message, JsonObject place)
    {
        place["to"] = message.ReplyTo;
        place["accountId"] = inbound.AccountId;
        if (message.ReplyThreadId is { } thread)
            place["threadId"] = thread;
        return place;
    }
}
