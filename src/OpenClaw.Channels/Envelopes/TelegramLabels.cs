using System.Globalization;

namespace OpenClaw.Channels.Envelopes;

/// <summary>How people, chats and topics of Telegram are called (spec 10 §3.1, §8.6).</summary>
public static class TelegramLabels
{
    private const int GeneralTopic = 1;

    /// <summary>A person: <c>Ann Lee (@ann) id:7</c>.</summary>
    /// <param name="name">First and last name.</param>
    /// <param name="username">Without <c>@</c>.</param>
    /// <param name="id">User id; null: unknown.</param>
    public static string Sender(string? name, string? username, long? id)
    {
        var number = id is { } known ? Text($"id:{known}") : "id:unknown";
        var handle = Given(username);
        var display = Given(name) ?? handle;
        return string.Join(' ', new[] { display, handle is null ? null : $"(@{handle})", number }.OfType<string>());
    }

    /// <summary>First and last name; null when there is neither.</summary>
    public static string? Name(string? first, string? last) => Given($"{first} {last}".Trim());

    /// <summary>A group: <c>My Group id:-100200 topic:42</c>, or <c>group:-100200:topic:42</c> when it has no title.</summary>
    /// <param name="title">Title.</param>
    /// <param name="chatId">Chat.</param>
    /// <param name="topic">Topic of a forum; null: none.</param>
    public static string Group(string? title, long chatId, int? topic) => Given(title) is { } named
        ? Text($"{named} id:{chatId}{(topic is { } t ? Text($" topic:{t}") : string.Empty)}")
        : $"group:{Peer(chatId, topic)}";

    /// <summary>A group for routing and session keys: the chat, with its topic.</summary>
    public static string Peer(long chatId, int? topic) => topic is { } t ? Text($"{chatId}:topic:{t}") : Text($"{chatId}");

    /// <summary>The topic of a message in a group: in a forum the one it says, or General; elsewhere threads are no topics.</summary>
    public static int? Topic(bool isForum, int? messageThreadId) => isForum ? messageThreadId ?? GeneralTopic : null;

    /// <summary>The topic to send a message to; null for none, and for General, which Telegram does not want named (for typing it does).</summary>
    public static int? SendTopic(int? topic) => topic is GeneralTopic ? null : topic;

    private static string? Given(string? text) => text?.Trim() is { Length: > 0 } given ? given : null;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
