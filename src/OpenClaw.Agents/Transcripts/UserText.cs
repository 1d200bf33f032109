using System.Text.RegularExpressions;

namespace OpenClaw.Agents.Transcripts;

/// <summary>
/// User texts carry a channel envelope in front and a message id at the end (spec 08 §10). People reading the history see neither.
/// </summary>
public static partial class UserText
{
    private static readonly string[] s_channels =
    [
        "whatsapp", "telegram", "discord", "slack", "signal", "imessage", "bluebubbles", "googlechat", "google chat", "msteams", "teams",
        "matrix", "mattermost", "webchat", "zalo", "line", "nostr", "twitch", "nextcloud",
    ];

    /// <summary>The last line that ties a stored text to the request it came with.</summary>
    public static string WithMessageId(string text, string messageId) => $"{text}\n[message_id: {messageId}]";

    /// <summary>The text without envelope and message id.</summary>
    public static string Strip(string text)
    {
        var lines = text.Split('\n').Where(static line => !MessageIdLine().IsMatch(line));
        return StripEnvelope(string.Join('\n', lines)).TrimEnd();
    }

    private static string StripEnvelope(string text)
    {
        if (!text.StartsWith('['))
            return text;
        var end = text.IndexOf(']');
        if (end < 2)
            return text;
        var header = text[1..end];
        var known = DateOrTime().IsMatch(header)
            || s_channels.Any(channel => header.StartsWith(channel, StringComparison.OrdinalIgnoreCase)
                && (header.Length == channel.Length || header[channel.Length] == ' '));
        return known ? text[(end + 1)..].TrimStart(' ') : text;
    }

    [GeneratedRegex(@"^\s*\[message_id:[^\]]*\]\s*$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessageIdLine();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateOrTime();
}
