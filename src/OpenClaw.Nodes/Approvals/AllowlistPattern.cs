namespace OpenClaw.Nodes.Approvals;

/// <summary>
/// Matches an allow-list pattern with the path of an executable: <c>*</c> within one folder, <c>**</c> across folders, <c>?</c> one character
/// of a name. A pattern without a separator or <c>~</c> never matches: a bare name says nothing about which file runs.
/// </summary>
public static class AllowlistPattern
{
    // Keeps a pattern of many stars from taking for ever.
    private const int MaxSteps = 100_000;

    /// <summary>True when <paramref name="path"/>, absolute and without <c>..</c>, matches.</summary>
    public static bool Matches(string pattern, string path, string home)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(path);
        var text = pattern.Trim();
        if (text.AsSpan().IndexOfAny('/', '\\', '~') < 0)
            return false;
        if (text == "~" || text.StartsWith("~/", StringComparison.Ordinal) || text.StartsWith("~\\", StringComparison.Ordinal))
            text = home + text[1..];
        if (OperatingSystem.IsWindows())
            (text, path) = (text.Replace('\\', '/'), path.Replace('\\', '/'));
        // A file system that ignores case would otherwise know more spellings of an entry than the owner.
        if (!OperatingSystem.IsLinux())
            (text, path) = (text.ToUpperInvariant(), path.ToUpperInvariant());
        var steps = MaxSteps;
        return Glob(text, path, ref steps);
    }

    private static bool Glob(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path, ref int steps)
    {
        while (!pattern.IsEmpty)
        {
            if (--steps < 0)
                return false;
            if (pattern[0] == '*')
                return Star(pattern, path, ref steps);
            if (path.IsEmpty || (pattern[0] == '?' ? path[0] == '/' : pattern[0] != path[0]))
                return false;
            pattern = pattern[1..];
            path = path[1..];
        }

        return path.IsEmpty;
    }

    private static bool Star(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path, ref int steps)
    {
        var deep = pattern.StartsWith("**");
        var rest = pattern[(deep ? 2 : 1)..];
        // "a/**/b" also means "a/b".
        if (deep && rest.StartsWith("/") && Glob(rest[1..], path, ref steps))
            return true;
        for (var length = 0; length <= path.Length; length++)
        {
            if (length > 0 && !deep && path[length - 1] == '/')
                return false;
            if (Glob(rest, path[length..], ref steps))
                return true;
        }

        return false;
    }
}
