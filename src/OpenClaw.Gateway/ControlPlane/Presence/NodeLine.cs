using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenClaw.Gateway.ControlPlane.Presence;

/// <summary>
/// The line by which apps report themselves in <c>system-event</c> (spec 02 §2):
/// <c>Node: HOST (IP) · app V · last input Ns ago · mode M · reason R</c>, any part after the first optional.
/// </summary>
internal sealed partial record NodeLine(string? Host, string? Ip, string? Version, long? LastInputSeconds, string? Mode, string? Reason)
{
    private static readonly NodeLine s_nothing = new(null, null, null, null, null, null);

    /// <summary>True for a line of that kind; other texts are notes to the agent.</summary>
    public static bool Matches(string text) => text.StartsWith("Node:", StringComparison.Ordinal);

    /// <summary>What the line says; nothing for other texts.</summary>
    public static NodeLine Parse(string text)
    {
        if (!Matches(text))
            return s_nothing;
        var result = s_nothing;
        foreach (var part in text.Split('·', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            result = Add(result, part);
        return result;
    }

    private static NodeLine Add(NodeLine line, string part)
    {
        if (part.StartsWith("Node:", StringComparison.Ordinal))
        {
            var match = HostPattern().Match(part);
            return match.Success
                ? line with { Host = Text(match.Groups["host"].Value), Ip = Text(match.Groups["ip"].Value) }
                : line;
        }
        if (part.StartsWith("app ", StringComparison.Ordinal))
            return line with { Version = Text(part[4..]) };
        if (part.StartsWith("mode ", StringComparison.Ordinal))
            return line with { Mode = Text(part[5..]) };
        if (part.StartsWith("reason ", StringComparison.Ordinal))
            return line with { Reason = Text(part[7..]) };
        return InputPattern().Match(part) is { Success: true } input
            && long.TryParse(input.Groups["s"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? line with { LastInputSeconds = seconds }
            : line;
    }

    private static string? Text(string text) => text.Trim() is { Length: > 0 } value ? value : null;

    [GeneratedRegex(@"^Node:\s*(?<host>[^(]*)(\((?<ip>[^)]*)\))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex HostPattern();

    [GeneratedRegex(@"^last input (?<s>\d{1,9})s ago$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex InputPattern();
}
