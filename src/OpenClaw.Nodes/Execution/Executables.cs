namespace OpenClaw.Nodes.Execution;

/// <summary>Finds executables the way a shell would, without the current directory.</summary>
public static class Executables
{
    private static readonly string[] s_windowsEndings = [".exe", ".com", ".cmd", ".bat", ".ps1"];

    /// <summary>
    /// Absolute path of what <paramref name="name"/> would start: a path (relative to <paramref name="directory"/>, or <c>~/</c>) as it is,
    /// a bare name from <paramref name="path"/>. Links are not followed. Null when there is no such executable.
    /// </summary>
    public static string? Find(string name, string? path, string directory, string home)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0 || name.Contains('\0'))
            return null;
        if (name.Contains('/') || (OperatingSystem.IsWindows() && name.Contains('\\')))
        {
            var spelled = name.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(home, name[2..]) : name;
            return Runnable(Path.GetFullPath(spelled, directory));
        }

        // Relative and empty parts of PATH mean the current directory, which an agent can write.
        return (path ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Runnable(Path.Combine(folder, name)))
            .FirstOrDefault(static found => found is not null);
    }

    private static string? Runnable(string file)
    {
        if (OperatingSystem.IsWindows())
            return File.Exists(file) ? file : s_windowsEndings.Select(ending => file + ending).FirstOrDefault(File.Exists);
        const UnixFileMode any = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(file) && (File.GetUnixFileMode(file) & any) != 0 ? file : null;
    }
}
