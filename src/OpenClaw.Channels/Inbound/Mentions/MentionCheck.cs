using System.Text.RegularExpressions;

namespace OpenClaw.Channels.Inbound.Mentions;

/// <summary>Finds out whether a message in a group means us (spec 10 §3.4). Pure.</summary>
public static class MentionCheck
{
    /// <summary>Looks at marks of the platform, patterns, and the message that is answered.</summary>
    /// <param name="inbound">The message; a pressed button always means us.</param>
    /// <param name="patterns">From <see cref="MentionPatterns.Of"/>.</param>
    /// <param name="isSharedPhone">True: the account is its owner's own phone, and who mentions the number means the owner.</param>
    public static MentionFinding Find(InboundEvent inbound, IReadOnlyList<Regex> patterns, bool isSharedPhone)
    {
        ArgumentNullException.ThrowIfNull(inbound);
        ArgumentNullException.ThrowIfNull(patterns);
        var detectable = inbound.Mentions.Detectable || inbound.Mentions.OwnDigits is not null || patterns.Count > 0;
        var meant = inbound.Kind == "callback" || inbound.ReplyTo is { IsToSelf: true } || IsMentioned(inbound, patterns, isSharedPhone);
        return new MentionFinding(meant, detectable);
    }

    private static bool IsMentioned(InboundEvent inbound, IReadOnlyList<Regex> patterns, bool isSharedPhone)
    {
        var marks = inbound.Mentions;
        if (marks.Self && !isSharedPhone)
            return true;

        // Where numbers are mentioned, somebody else was meant by name too.
        if (marks is { Any: true, OwnDigits: not null } && !isSharedPhone)
            return false;
        var clean = MentionPatterns.Clean(inbound.Text);
        return MentionPatterns.AnyIn(patterns, clean)
            || (marks.OwnDigits is { Length: > 0 } digits && string.Concat(clean.Where(char.IsAsciiDigit)).Contains(digits, StringComparison.Ordinal));
    }
}
