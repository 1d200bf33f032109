using System.Text.RegularExpressions;

namespace OpenClaw.Configuration;

/// <summary>Which keys hold secrets. One rule for redaction, for form hints and for what may appear in a log.</summary>
public static partial class SecretKeys
{
    /// <summary>True when a text under this key is a secret, judged by the key alone.</summary>
    public static bool IsSecret(string key) => Secret().IsMatch(key) && !NotSecret().IsMatch(key);

    /// <summary>
    /// True when a text at this path is a secret: its key says so, it is a request header, or it is an environment variable whose
    /// name smells of one.
    /// </summary>
    public static bool IsSecret(IReadOnlyList<string> path)
    {
        if (path.Count == 0)
            return false;
        var parent = path.Count > 1 ? path[^2] : "";
        // Items of a list are judged by the list's key.
        var key = path[^1].Length > 0 && path[^1].All(char.IsAsciiDigit) && parent.Length > 0 ? parent : path[^1];
        return IsSecret(key) || parent.Equals("headers", StringComparison.OrdinalIgnoreCase)
            || (parent is "env" or "vars" && Credential().IsMatch(key));
    }

    [GeneratedRegex("token|password|secret|api.?key|private.?key|authorization", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();

    // Counts of model tokens, names of request fields, and paths to where a secret lies.
    [GeneratedRegex("tokens|tokensField$|(file|path|dir|url)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotSecret();

    [GeneratedRegex("key|token|secret|pass|auth|cred", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Credential();
}
