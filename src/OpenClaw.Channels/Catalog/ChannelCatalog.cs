namespace OpenClaw.Channels.Catalog;

/// <summary>The channels the product knows by name, loaded or not (spec 10 §1.1).</summary>
public static class ChannelCatalog
{
    /// <summary>The internal channel of web clients; nothing can be sent there by <c>send</c>.</summary>
    public const string WebChat = "webchat";

    /// <summary>Stands for wherever the session was last talked to.</summary>
    public const string Last = "last";

    /// <summary>Used by <c>send</c> and <c>poll</c> when none is given.</summary>
    public const string Default = "whatsapp";

    /// <summary>The channels in the order in which they are shown and started.</summary>
    public static IReadOnlyList<ChannelDescription> Core { get; } =
    [
        new("telegram", "Telegram", "Telegram Bot", "paperplane"),
        new("whatsapp", "WhatsApp", "WhatsApp Web", "message"),
        new("discord", "Discord", "Discord Bot", "bubble.left.and.bubble.right"),
        new("googlechat", "Google Chat", "Google Chat", "message.badge", "google-chat", "gchat"),
        new("slack", "Slack", "Slack Bot", "number"),
        new("signal", "Signal", "Signal REST", "antenna.radiowaves.left.and.right"),
        new("imessage", "iMessage", "iMessage", "message.fill", "imsg"),
    ];

    /// <summary>The channel of this id or alias, in any case and with spaces around it, or null.</summary>
    public static ChannelDescription? Find(string? text)
    {
        var key = text?.Trim();
        return Core.FirstOrDefault(c => Same(c.Id, key)) ?? Core.FirstOrDefault(c => c.Aliases.Any(a => Same(a, key)));
    }

    private static bool Same(string name, string? key) => name.Equals(key, StringComparison.OrdinalIgnoreCase);
}
