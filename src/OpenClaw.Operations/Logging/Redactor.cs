using System.Text.RegularExpressions;

namespace OpenClaw.Operations.Logging;

/// <summary>Masks secrets in text that leaves the process by way of a log (spec 05 §7.4). Immutable and safe from any thread.</summary>
public sealed class Redactor
{
    // A pattern from the config file may be slow on hostile text; after this long the whole text is withheld instead.
    private static readonly TimeSpan s_patternBudget = TimeSpan.FromMilliseconds(100);

    private readonly IReadOnlyList<Regex> _patterns;

    private Redactor(IReadOnlyList<Regex> patterns) => _patterns = patterns;

    /// <summary>The built-in patterns.</summary>
    public static Redactor Default { get; } = new(RedactionPatterns.BuiltIn);

    /// <summary><c>logging.redactSensitive: off</c>.</summary>
    public static Redactor Off { get; } = new([]);

    /// <summary>
    /// Builds the redactor a configuration asks for. Patterns replace the built-in list: <c>/re/flags</c> or plain text compiled
    /// case-insensitively. An entry that does not compile is ignored; when none compiles, the built-in list stays.
    /// </summary>
    /// <param name="mode"><c>tools</c> (default) or <c>off</c>.</param>
    /// <param name="patterns"><c>logging.redactPatterns</c>.</param>
    public static Redactor From(string? mode, IReadOnlyList<string>? patterns)
    {
        if (mode == "off")
            return Off;
        if (patterns is not { Count: > 0 })
            return Default;
        var compiled = patterns.Select(Compile).OfType<Regex>().ToArray();
        return compiled.Length == 0 ? Default : new Redactor(compiled);
    }

    /// <summary>The text with every secret masked.</summary>
    public string Mask(string text)
    {
        foreach (var pattern in _patterns)
        {
            try
            {
                text = pattern.Replace(text, MaskMatch);
            }
            catch (RegexMatchTimeoutException)
            {
                return "[withheld: a redaction pattern took too long]";
            }
        }
        return text;
    }

    private static string MaskMatch(Match match)
    {
        if (match.Value.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
        {
            var lines = match.Value.Split('\n');
            return lines.Length < 2 ? "***" : $"{lines[0]}\n…redacted…\n{lines[^1]}";
        }
        var secret = match.Groups.Values.Skip(1).LastOrDefault(g => g.Length > 0) ?? match;
        // Several patterns may find the same secret; what one has masked stays as it is.
        if (secret.Value == "***" || secret.Value.Contains('…', StringComparison.Ordinal))
            return match.Value;
        var masked = secret.Length < 18 ? "***" : $"{secret.Value[..6]}…{secret.Value[^4..]}";
        var offset = secret.Index - match.Index;
        return string.Concat(match.Value.AsSpan(0, offset), masked, match.Value.AsSpan(offset + secret.Length));
    }

    private static Regex? Compile(string entry)
    {
        var source = entry;
        var options = RegexOptions.IgnoreCase;
        if (entry.Length > 2 && entry[0] == '/' && entry.LastIndexOf('/') is > 0 and var end)
        {
            source = entry[1..end];
            var flags = entry[(end + 1)..];
            options = flags.Contains('i', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : RegexOptions.None;
            if (flags.Contains('m', StringComparison.Ordinal))
                options |= RegexOptions.Multiline;
            if (flags.Contains('s', StringComparison.Ordinal))
                options |= RegexOptions.Singleline;
        }
        try
        {
            return new Regex(source, options | RegexOptions.CultureInvariant, s_patternBudget);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
