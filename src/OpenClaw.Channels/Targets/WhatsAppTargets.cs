using System.Text.RegularExpressions;
using OpenClaw.Channels.Outbound;

namespace OpenClaw.Channels.Targets;

/// <summary>
/// Recipients on WhatsApp (spec 10 §5.1). One form each: <c>+</c> and digits for a person, the JID for a group, and the JID for a person whose
/// number is hidden (LID): that is no phone number.
/// </summary>
public static partial class WhatsAppTargets
{
    private const string Users = "@s.whatsapp.net";
    private const int FewestDigits = 3;

    /// <summary>The one form of a recipient; null when it is none. Nobody checks whether the number exists.</summary>
    public static string? Normalize(string? text)
    {
        var target = WithoutPrefix(text);
        if (Group().Match(target) is { Success: true } group)
            return $"{group.Groups[1].Value}@g.us";
        if (User().Match(target) is { Success: true } user)
            return $"+{user.Groups[1].Value}";
        if (Lid().Match(target) is { Success: true } lid)
            return $"{lid.Groups[1].Value}@lid";
        if (target.Contains('@'))
            return null;
        var digits = Digits(target);
        return digits.Length > 0 ? $"+{digits}" : null;
    }

    /// <summary>True for the JID of a group.</summary>
    public static bool IsGroup(string? text) => Group().IsMatch(WithoutPrefix(text));

    /// <summary>Where a message to this recipient is sent; null when it is none. What has an <c>@</c> goes as it is.</summary>
    public static string? Jid(string? target)
    {
        var text = WithoutPrefix(target);
        if (text.Contains('@'))
            return text;
        var digits = Digits(text);
        return digits.Length > 0 ? digits + Users : null;
    }

    /// <summary>The phone number in a JID; null for groups, and for LIDs, whose number only the link knows.</summary>
    public static string? JidToE164(string? jid) => Numbered().Match(jid ?? string.Empty) is { Success: true } match ? $"+{match.Groups[1].Value}" : null;

    /// <summary>True when a text is a recipient by itself, not a name to look up.</summary>
    public static bool LooksLikeId(string? text)
    {
        var target = text?.Trim() ?? string.Empty;
        return target.StartsWith("whatsapp:", StringComparison.OrdinalIgnoreCase)
            || target.Contains('@')
            || (Phone().IsMatch(target) && Digits(target).Length >= FewestDigits);
    }

    /// <summary>A recipient that a caller named.</summary>
    public static TargetResolution Resolve(string? text) => Normalize(text) is { } target
        ? new TargetResolution(Jid(target), IsGroup: IsGroup(target))
        : new TargetResolution(null, Problem: $"\"{text?.Trim()}\" is no WhatsApp recipient: give a number with country code (+4512345678) or the JID of a group (…@g.us)");

    /// <summary>
    /// Who gets what nobody addressed (heartbeats, the last conversation): never somebody outside the allow list. Groups pass. Null: there is
    /// nobody.
    /// </summary>
    /// <param name="to">Who it was meant for; null: nobody is known.</param>
    /// <param name="allowFrom">Allow list of the account, as configured.</param>
    public static string? Implicit(string? to, IReadOnlyList<string> allowFrom)
    {
        var allowed = allowFrom.Where(static entry => entry.Trim() != "*").Select(Normalize).OfType<string>().ToList();
        if (Normalize(to) is not { } target)
            return allowed.FirstOrDefault();
        var open = allowed.Count == 0 || allowFrom.Any(static entry => entry.Trim() == "*");
        return open || IsGroup(target) || allowed.Contains(target) ? target : allowed[0];
    }

    private static string WithoutPrefix(string? text) => Prefixes().Replace(text ?? string.Empty, string.Empty).Trim();

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"^\s*(?:whatsapp:\s*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Prefixes();

    [GeneratedRegex(@"^([0-9]+(?:-[0-9]+)*)@g\.us$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Group();

    [GeneratedRegex(@"^([0-9]+)(?::[0-9]+)?@s\.whatsapp\.net$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex User();

    [GeneratedRegex(@"^([0-9]+)(?::[0-9]+)?@lid$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Lid();

    [GeneratedRegex(@"^([0-9]+)(?::[0-9]+)?@(?:s\.whatsapp\.net|hosted)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\+?[0-9\s().\-/]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Phone();
}
