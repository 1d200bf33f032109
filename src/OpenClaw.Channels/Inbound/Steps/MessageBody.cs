using OpenClaw.Channels.Envelopes;

namespace OpenClaw.Channels.Inbound.Steps;

/// <summary>What a message says, in words.</summary>
internal static class MessageBody
{
    /// <summary>The text, the place, or placeholders for what is no text; what could not be brought is named.</summary>
    /// <param name="inbound">The message.</param>
    /// <param name="text">Its text, without the handle behind a command.</param>
    /// <param name="missing">Placeholders of attachments that could not be brought.</param>
    public static string Of(InboundEvent inbound, string text, IReadOnlyList<string> missing)
    {
        var said = inbound.Location is { } place ? Joined(Placeholders.Location(place), inbound.Location.Caption is null ? text : string.Empty)
            : text.Trim().Length > 0 ? text
            : string.Join(' ', inbound.Media.Select(static media => Placeholders.Media(media.Kind)));
        return missing.Count == 0 ? said : Joined(inbound.Location is null && text.Trim().Length == 0 ? string.Empty : said, string.Join('\n', missing));
    }

    private static string Joined(string first, string second) => first.Length == 0 ? second : second.Length == 0 ? first : $"{first}\n{second}";
}
