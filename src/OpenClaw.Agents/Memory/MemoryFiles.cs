namespace OpenClaw.Agents.Memory;

/// <summary>Which files are memory (spec 09 §11): <c>MEMORY.md</c>, <c>memory/**/*.md</c> and extra paths. Links are not followed.</summary>
internal sealed class MemoryFiles(string workspace, IReadOnlyList<string> extraPaths)
{
    private const int MaxFiles = 10_000;
    private const long MaxBytes = 4_000_000;

    private static readonly EnumerationOptions s_all = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 16,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
        MatchCasing = MatchCasing.CaseInsensitive,
    };

    /// <summary>All of them as they are now, sorted; those that are too large for notes are left out.</summary>
    public IReadOnlyList<MemoryFile> List()
    {
        var found = new SortedDictionary<string, MemoryFile>(StringComparer.Ordinal);
        foreach (var path in Candidates().Take(MaxFiles))
        {
            var info = new FileInfo(path);
            if (info is { Exists: true, Length: <= MaxBytes, LinkTarget: null })
                found[Show(path)] = new MemoryFile(Show(path), path, new DateTimeOffset(info.LastWriteTimeUtc).ToUnixTimeMilliseconds(), info.Length);
        }

        return [.. found.Values];
    }

    /// <summary>The file on disk when the path is one of memory's; null otherwise, whatever the file is.</summary>
    public string? Find(string path)
    {
        if (path.Contains('\0') || !IsMarkdown(path))
            return null;
        var full = Path.GetFullPath(path, workspace);
        if (full == Path.Combine(workspace, "MEMORY.md") || full == Path.Combine(workspace, "memory.md") || IsInside(full, Path.Combine(workspace, "memory")))
            return IsPlain(full, workspace) ? full : null;
        var root = extraPaths.Select(extra => Path.GetFullPath(extra, workspace)).FirstOrDefault(extra => full == extra || IsInside(full, extra));
        return root is not null && IsPlain(full, Path.GetDirectoryName(root) ?? root) ? full : null;
    }

    /// <summary>A file of a readable size, and no link from the root down to it.</summary>
    private static bool IsPlain(string full, string root)
    {
        for (var folder = Path.GetDirectoryName(full); folder is not null && folder.Length > root.Length; folder = Path.GetDirectoryName(folder))
        {
            if (new DirectoryInfo(folder).LinkTarget is not null)
                return false;
        }

        return new FileInfo(full) is { Exists: true, LinkTarget: null, Length: <= MaxBytes };
    }

    private IEnumerable<string> Candidates()
    {
        yield return Path.Combine(workspace, "MEMORY.md");
        yield return Path.Combine(workspace, "memory.md");
        foreach (var path in Markdown(Path.Combine(workspace, "memory")))
            yield return path;
        foreach (var extra in extraPaths)
        {
            var full = Path.GetFullPath(extra, workspace);
            if (IsMarkdown(full) && File.Exists(full))
                yield return full;
            foreach (var path in Markdown(full))
                yield return path;
        }
    }

    private static IEnumerable<string> Markdown(string folder) =>
        new DirectoryInfo(folder) is { Exists: true, LinkTarget: null } ? Directory.EnumerateFiles(folder, "*.md", s_all) : [];

    private string Show(string path) =>
        IsInside(path, workspace) ? Path.GetRelativePath(workspace, path).Replace(Path.DirectorySeparatorChar, '/') : path;

    private static bool IsMarkdown(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static bool IsInside(string path, string folder) => path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
