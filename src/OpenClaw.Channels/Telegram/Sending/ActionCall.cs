using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Outbound;

namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>An action on its way into a call.</summary>
/// <param name="action">What is asked for.</param>
/// <param name="chatId">Where its chat is now.</param>
internal sealed class ActionCall(ChannelAction action, string chatId)
{
    public ChannelAction Action => action;

    public string ChatId => chatId;

    /// <summary>What keeps it from being called; null: nothing.</summary>
    public string? Problem { get; private set; }

    /// <summary>Parameters that name a message.</summary>
    public JsonObject ForMessage()
    {
        if (!long.TryParse(action.MessageId, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            Problem = $"messageId: \"{action.MessageId}\" is no message of Telegram; give its number";
        return new JsonObject { ["chat_id"] = chatId, ["message_id"] = id };
    }

    /// <summary>Parameters that name a chat and its topic. Unlike for messages, the General topic is named too.</summary>
    /// <param name="does">Kind of chat action; null: it is none.</param>
    public JsonObject ForChat(string? does)
    {
        var parameters = new JsonObject { ["chat_id"] = chatId };
        if (int.TryParse(action.ThreadId, NumberStyles.None, CultureInfo.InvariantCulture, out var thread))
            parameters["message_thread_id"] = thread;
        if (does is not null)
            parameters["action"] = does;
        return parameters;
    }

    /// <summary>What an edit answers.</summary>
    public JsonObject Edited() => new() { ["ok"] = true, ["messageId"] = action.MessageId, ["chatId"] = chatId };
}
