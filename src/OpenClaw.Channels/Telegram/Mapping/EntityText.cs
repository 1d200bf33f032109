using OpenClaw.Channels.Telegram.Api.Types;

namespace OpenClaw.Channels.Telegram.Mapping;

/// <summary>Texts and the marks Telegram puts on them.</summary>
internal static class EntityText
{
    private const string Link = "text_link";

    /// <summary>The text with hidden links as Markdown: <c>[text](url)</c>.</summary>
    public static string Markdown(string text, IReadOnlyList<BotEntity> entities)
    {
        // From the end, so that the offsets before stay right.
        foreach (var link in entities.Where(e => e.Type == Link && e.Url is { Length: > 0 } && Fits(text, e)).OrderByDescending(static e => e.Offset))
            text = $"{text[..link.Offset]}[{text.Substring(link.Offset, link.Length)}]({link.Url}){text[(link.Offset + link.Length)..]}";
        return text;
    }

    /// <summary>True when somebody is mentioned by a mark.</summary>
    public static bool MentionsAnybody(IReadOnlyList<BotEntity> entities) => entities.Any(static e => e.Type is "mention" or "text_mention");

    /// <summary>True when this user is: by name anywhere in the text, or by a mark.</summary>
    public static bool Mentions(string text, IReadOnlyList<BotEntity> entities, BotUser user) =>
        entities.Any(e => e.Type == "text_mention" && e.User?.Id == user.Id)
        || (user.Username is { Length: > 0 } name && Names(text, "@" + name));

    private static bool Names(string text, string name)
    {
        for (var at = 0; (at = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += name.Length)
        {
            var next = at + name.Length;
            if (next == text.Length || !(char.IsAsciiLetterOrDigit(text[next]) || text[next] == '_'))
                return true;
        }

        return false;
    }

    private static bool Fits(string text, BotEntity entity) =>
        entity.Offset >= 0 && entity.Length > 0 && entity.Offset <= text.Length && entity.Length <= text.Length - entity.Offset;
}
