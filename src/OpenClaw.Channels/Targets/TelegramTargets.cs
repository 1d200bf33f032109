using System.Globalization;
using System.Text.RegularExpressions;
using OpenClaw.Channels.Outbound;

namespace OpenClaw.Channels.Targets;

/// <summary>Recipients on Telegram (spec 10 §5.1): a numeric chat id or <c>@name</c>, and a topic of a forum.</summary>
public static partial class TelegramTargets
{
    /// <summary>A recipient that a caller named, e.g. <c>777</c>, <c>@name</c>, <c>t.me/name</c>, <c>-100123:topic:42</c>, <c>telegram:group:-100123</c>.</summary>
    public static TargetResolution Resolve(string? text)
    {
        var (chat, thread) = Split(text ?? string.Empty);
        return ChatId(chat) is { } id
            ? new TargetResolution(id, thread?.ToString(CultureInfo.InvariantCulture), IsGroup: id[0] == '-')
            : new TargetResolution(null, Problem: $"\"{text?.Trim()}\" is no Telegram recipient: give a chat id (777, -100123), @name or t.me/name, with :topic:<n> for a topic");
    }

    /// <summary>The one form of a recipient in sessions and config; null when the text is empty.</summary>
    public static string? Normalize(string? text)
    {
        var target = Prefixes().Replace(text ?? string.Empty, string.Empty).Trim();
        if (PublicLink().Match(target) is { Success: true } link)
            target = $"@{link.Groups[1].Value}";
        return target.Length == 0 ? null : $"telegram:{target.ToLowerInvariant()}";
    }

    /// <summary>True when a text is a recipient by itself, not a name to look up: with prefix, <c>@name</c>, numbers, with or without topic, links.</summary>
    public static bool LooksLikeId(string? text)
    {
        var target = text?.Trim() ?? string.Empty;
        return Prefixes().IsMatch(target) || target.StartsWith('@') || Numeric().IsMatch(target) || PublicLink().IsMatch(target);
    }

    /// <summary>Without the prefixes that name the channel and the kind of chat.</summary>
    internal static string Strip(string text)
    {
        var rest = Prefixes().Replace(text, string.Empty).Trim();
        return rest.Length < text.Trim().Length && rest.StartsWith("group:", StringComparison.OrdinalIgnoreCase) ? rest["group:".Length..].Trim() : rest;
    }

    /// <summary>Chat as it was written, and topic.</summary>
    internal static (string Chat, int? Thread) Split(string text)
    {
        var target = Strip(text);
        var match = WithTopic().Match(target);
        return match.Success && int.TryParse(match.Groups["thread"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var thread)
            ? (match.Groups["chat"].Value, thread)
            : (target, null);
    }

    private static string? ChatId(string chat)
    {
        if (PublicLink().Match(chat) is { Success: true } link)
            return $"@{link.Groups[1].Value}";
        if (Number().IsMatch(chat) || Name().IsMatch(chat))
            return chat;
        return BareName().IsMatch(chat) ? $"@{chat}" : null;
    }

    [GeneratedRegex(@"^\s*(?:(?:telegram|tg):\s*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Prefixes();

    [GeneratedRegex(@"^(?:(?<chat>.+):topic:(?<thread>[0-9]+)|(?<chat>-?[0-9]+):(?<thread>[0-9]+))$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WithTopic();

    [GeneratedRegex(@"^(?:https?://)?t\.me/([A-Za-z0-9_]+)/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PublicLink();

    [GeneratedRegex(@"^-?[0-9]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^-?[0-9]+(?:(?::topic)?:[0-9]+)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^@[A-Za-z0-9_]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^[A-Za-z0-9_]{5,}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BareName();
}
