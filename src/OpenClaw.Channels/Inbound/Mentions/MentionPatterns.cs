using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Channels.Inbound.Mentions;

/// <summary>
/// Words by which people mean an agent (spec 10 §3.4): its own patterns, else the general ones, else its name and emoji. Patterns that are
/// no regular expression are left out. Safe from any thread; what was read once is kept.
/// </summary>
public sealed class MentionPatterns
{
    private const int MaxKept = 512;
    private const int MaxLength = 500;

    // For patterns that the linear engine does not take (look-around, back references): an owner's own, but the text is a stranger's.
    private static readonly TimeSpan s_deadline = TimeSpan.FromMilliseconds(50);
    private readonly ConcurrentDictionary<string, Regex?> _read = new(StringComparer.Ordinal);

    /// <summary>The patterns that hold for a route.</summary>
    public IReadOnlyList<Regex> Of(InboundRoute route, MessagesConfig messages)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(messages);
        var texts = route.MentionPatterns ?? General(messages) ?? Derived(route);
        return [.. texts.Select(Read).OfType<Regex>()];
    }

    /// <summary>A text as patterns are tried on it: lower case, without marks that cannot be seen.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not ((>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or (>= '\u2060' and <= '\u206f')))
                clean.Append(c);
        }

        return clean.ToString().ToLowerInvariant();
    }

    /// <summary>True when one of the patterns is in the text, which <see cref="Clean"/> made.</summary>
    public static bool AnyIn(IReadOnlyList<Regex> patterns, string clean)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        return patterns.Any(pattern => IsIn(pattern, clean));
    }

    private static bool IsIn(Regex pattern, string clean)
    {
        try
        {
            return pattern.IsMatch(clean);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static IReadOnlyList<string>? General(MessagesConfig messages) =>
        messages.Raw?["groupChat"]?["mentionPatterns"] is JsonArray list
            ? [.. list.Where(static item => item?.GetValueKind() == JsonValueKind.String).Select(static item => item!.GetValue<string>())]
            : null;

    private static IEnumerable<string> Derived(InboundRoute route)
    {
        var words = (route.IdentityName ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0)
            yield return $@"\b@?{string.Join(@"\s+", words.Select(Regex.Escape))}\b";
        if (route.IdentityEmoji?.Trim() is { Length: > 0 } emoji)
            yield return Regex.Escape(emoji);
    }

    private Regex? Read(string pattern)
    {
        if (_read.TryGetValue(pattern, out var known))
            return known;
        if (_read.Count >= MaxKept)
            _read.Clear();
        return _read[pattern] = Parse(pattern);
    }

    private static Regex? Parse(string pattern)
    {
        if (pattern.Length is 0 or > MaxLength)
            return null;

        // "\b" in a JSON string is the backspace character; nobody means that.
        var text = pattern.Replace("\b", @"\b", StringComparison.Ordinal);
        const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
        try
        {
            return new Regex(text, Options | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new Regex(text, Options, s_deadline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
