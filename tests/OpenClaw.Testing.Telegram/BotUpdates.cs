using System.Text.Json.Nodes;

namespace OpenClaw.Testing.Telegram;

/// <summary>Updates as Telegram writes them, for tests that need one without caring for its details.</summary>
public static class BotUpdates
{
    private static long s_nextMessage = 100;

    /// <summary>A private message. Members of <paramref name="more"/> are added to the message or replace its own.</summary>
    public static JsonObject Text(long from, string text, string firstName = "Ann", string? username = null, JsonObject? more = null) =>
        Message(Private(from, firstName, username), User(from, firstName, username), text, more);

    /// <summary>A message in a supergroup.</summary>
    public static JsonObject GroupText(long chat, long from, string text, string firstName = "Ann", JsonObject? more = null, bool isForum = false)
    {
        var group = new JsonObject { ["id"] = chat, ["type"] = "supergroup", ["title"] = "My Group" };
        if (isForum)
            group["is_forum"] = true;
        return Message(group, User(from, firstName, null), text, more);
    }

    /// <summary>A button that was pressed under a message of ours.</summary>
    public static JsonObject Callback(long from, string data, long messageId = 50, JsonObject? chat = null, string firstName = "Ann") => new()
    {
        ["callback_query"] = new JsonObject
        {
            ["id"] = $"cb{NextMessage()}",
            ["from"] = User(from, firstName, null),
            ["chat_instance"] = "1",
            ["data"] = data,
            ["message"] = new JsonObject
            {
                ["message_id"] = messageId,
                ["date"] = Now(),
                ["chat"] = chat?.DeepClone() ?? Private(from, firstName, null),
                ["text"] = "choose",
            },
        },
    };

    /// <summary>Reactions of a user to a message, before and after.</summary>
    public static JsonObject Reaction(long from, long messageId, string[] before, string[] after, JsonObject? chat = null) => new()
    {
        ["message_reaction"] = new JsonObject
        {
            ["chat"] = chat?.DeepClone() ?? Private(from, "Ann", null),
            ["message_id"] = messageId,
            ["user"] = User(from, "Ann", null),
            ["date"] = Now(),
            ["old_reaction"] = Emoji(before),
            ["new_reaction"] = Emoji(after),
        },
    };

    public static JsonObject User(long id, string firstName, string? username, bool isBot = false)
    {
        var user = new JsonObject { ["id"] = id, ["is_bot"] = isBot, ["first_name"] = firstName };
        if (username is not null)
            user["username"] = username;
        return user;
    }

    private static JsonObject Message(JsonObject chat, JsonObject from, string text, JsonObject? more)
    {
        var message = new JsonObject { ["message_id"] = NextMessage(), ["date"] = Now(), ["chat"] = chat, ["from"] = from, ["text"] = text };
        foreach (var (name, value) in more ?? [])
            message[name] = value?.DeepClone();
        if (text.Length == 0)
            message.Remove("text");
        return new JsonObject { ["message"] = message };
    }

    private static JsonObject Private(long id, string firstName, string? username)
    {
        var chat = new JsonObject { ["id"] = id, ["type"] = "private", ["first_name"] = firstName };
        if (username is not null)
            chat["username"] = username;
        return chat;
    }

    private static JsonArray Emoji(string[] emoji) =>
        new([.. emoji.Select(static e => (JsonNode)new JsonObject { ["type"] = "emoji", ["emoji"] = e })]);

    private static long NextMessage() => Interlocked.Increment(ref s_nextMessage);

    private static long Now() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
}
