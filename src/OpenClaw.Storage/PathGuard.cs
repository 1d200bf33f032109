namespace OpenClaw.Storage;

/// <summary>Keeps ids and stored paths from leaving the folder they belong to (GHSA-5xfq-5mr7-426q).</summary>
public static class PathGuard
{
    private const int MaxIdLength = 128;

    /// <summary>True when the id can stand as one file name: letters, digits, <c>.</c>, <c>_</c>, <c>-</c>, no leading dot.</summary>
    public static bool IsFileId(string? id) =>
        id is { Length: > 0 and <= MaxIdLength }
        && id[0] != '.'
        && id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')
        && !id.Contains("..", StringComparison.Ordinal);

    /// <summary>
    /// The absolute path when its real location (links followed) lies under <paramref name="root"/>; null otherwise. Parts that do not
    /// exist yet count as plain names.
    /// </summary>
    public static string? Under(string root, string candidate)
    {
        if (candidate.Length == 0 || candidate.Contains('\0'))
            return null;
        var realRoot = Real(Path.GetFullPath(root));
        var real = Real(Path.GetFullPath(candidate, root));
        var relative = Path.GetRelativePath(realRoot, real);
        return Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? null
            : real;
    }

    /// <summary>Where an absolute path really leads: links followed, parts that do not exist taken as plain names.</summary>
    public static string Follow(string path) => Real(Path.GetFullPath(path));

    private static string Real(string path)
    {
        // A chain of links longer than this is a loop; the system gives up at 40 as well.
        var budget = 40;
        var root = Path.GetPathRoot(path) ?? string.Empty;
        var pending = new Stack<string>(path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse());
        var current = root;
        while (pending.TryPop(out var part))
        {
            if (part == "..")
            {
                current = Path.GetDirectoryName(current) ?? root;
                continue;
            }

            if (part == ".")
                continue;
            var next = Path.Combine(current, part);
            var target = new FileInfo(next).LinkTarget;
            if (target is null || budget-- == 0)
            {
                current = next;
                continue;
            }

            if (Path.IsPathRooted(target))
            {
                current = Path.GetPathRoot(target) ?? root;
                target = target[current.Length..];
            }

            foreach (var piece in target.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse())
                pending.Push(piece);
        }

        return current;
    }
}
