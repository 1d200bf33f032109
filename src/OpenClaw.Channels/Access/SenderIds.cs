using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Targets;

namespace OpenClaw.Channels.Access;

/// <summary>Ids of senders as lists and people write them (spec 10 §3.3).</summary>
public static class SenderIds
{
    /// <summary>Lets everybody in and names nobody.</summary>
    public const string Wildcard = "*";

    private const string WhatsApp = "whatsapp";

    /// <summary>True for channels whose senders are phone numbers.</summary>
    internal static bool ArePhones(string channel) => channel == WhatsApp;

    /// <summary>
    /// An entry in the form in which it is compared: <c>+digits</c> (or a LID address) on WhatsApp, lower case without prefix and <c>@</c>
    /// elsewhere; null when it can be nobody.
    /// </summary>
    public static string? Normalize(string channel, string? entry)
    {
        var text = entry?.Trim() ?? string.Empty;
        if (text == Wildcard)
            return Wildcard;
        if (ArePhones(channel))
            return WhatsAppTargets.Normalize(text);
        while (Prefix(text, channel) is { } rest)
            text = rest;
        text = text.TrimStart('@').ToLowerInvariant();
        return text.Length == 0 ? null : text;
    }

    /// <summary>Every id under which a sender can be listed, in the form of <see cref="Normalize"/>.</summary>
    internal static IEnumerable<string> Of(string channel, InboundSender sender)
    {
        IEnumerable<string?> given = ArePhones(channel) ? [sender.Id, sender.E164, sender.PlatformId] : [sender.Id, sender.Username];
        return given.Select(id => Normalize(channel, id)).OfType<string>().Where(static id => id != Wildcard).Distinct(StringComparer.Ordinal);
    }

    private static string? Prefix(string text, string channel)
    {
        if (Strip(text, channel + ":") is { } rest)
            return rest;
        return channel == "telegram" ? Strip(text, "tg:") : null;
    }

    private static string? Strip(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? text[prefix.Length..].TrimStart() : null;
}
