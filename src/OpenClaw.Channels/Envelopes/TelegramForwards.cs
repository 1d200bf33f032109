using System.Globalization;
using OpenClaw.Channels.Inbound;

namespace OpenClaw.Channels.Envelopes;

/// <summary>Origins of forwarded messages on Telegram (spec 10 §8.6). Dates come in seconds, as the Bot API has them.</summary>
public static class TelegramForwards
{
    /// <summary>A user.</summary>
    /// <param name="name">First and last name.</param>
    /// <param name="username">Without <c>@</c>.</param>
    /// <param name="id">User id.</param>
    /// <param name="date">When it was first sent.</param>
    /// <param name="legacy">Read from the fields of older Bot APIs.</param>
    public static InboundForward User(string? name, string? username, long id, long? date, bool legacy = false)
    {
        var (display, handle) = (Given(name), Given(username));
        var from = (display, handle) switch
        {
            ({ } d, { } h) => $"{d} (@{h})",
            ({ } d, null) => d,
            (null, { } h) => $"@{h}",
            _ => Text($"user:{id}"),
        };
        return new InboundForward(from, legacy ? "legacy_user" : "user", Text($"{id}"), handle, display, Date: Milliseconds(date));
    }

    /// <summary>A user who hides their account; null when even the name is missing.</summary>
    public static InboundForward? HiddenUser(string? name, long? date, bool legacy = false) => Given(name) is { } display
        ? new InboundForward(display, legacy ? "legacy_hidden_user" : "hidden_user", Title: display, Date: Milliseconds(date))
        : null;

    /// <summary>A group, or an administrator who writes in its name.</summary>
    public static InboundForward Chat(string? title, string? username, long id, string? signature, long? date, bool legacy = false) =>
        Room("chat", title, username, id, signature, date, legacy);

    /// <summary>A channel.</summary>
    public static InboundForward Channel(string? title, string? username, long id, string? signature, long? date, bool legacy = false) =>
        Room("channel", title, username, id, signature, date, legacy);

    private static InboundForward Room(string kind, string? title, string? username, long id, string? signature, long? date, bool legacy)
    {
        var (display, handle) = (Given(title), Given(username));
        var from = display ?? (handle is null ? Text($"{kind}:{id}") : $"@{handle}");
        return new InboundForward(from, legacy ? $"legacy_{kind}" : kind, Text($"{id}"), handle, display, Given(signature), Milliseconds(date));
    }

    private static long? Milliseconds(long? seconds) => seconds * 1000;

    private static string? Given(string? text) => text?.Trim() is { Length: > 0 } given ? given : null;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
