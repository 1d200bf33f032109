using OpenClaw.Storage;


namespace OpenClaw.Agents.Tools.Files;

/// <summary>
/// Which files the file tools leave alone. They reach the whole host, as in the original, but not what the gateway's own safety rests
/// on: an agent that could rewrite its approvals or its configuration, or read keys, would make every other rule void.
/// </summary>
public sealed class FileAccessRules
{
    // What an agent may write inside the state directory, besides the workspaces.
    private static readonly string[] s_open = ["canvas", "media", "skills"];

    // What other programs are made of: a tool that could replace one would run whatever it likes under a trusted name.
    private static readonly string[] s_system =
        ["/bin", "/sbin", "/lib", "/lib64", "/usr/bin", "/usr/sbin", "/usr/lib", "/usr/lib64", "/usr/libexec", "/usr/local/bin", "/usr/local/sbin", "/usr/local/lib"];

    // What holds secrets.
    private static readonly string[] s_secret = ["identity", "credentials", "devices", "nodes"];

    private readonly string _stateDir;
    private readonly Func<IEnumerable<string>> _workspaces;
    private readonly Func<IEnumerable<string>> _closed;
    private readonly Func<string, bool> _runsUnasked;

    /// <summary>Rules of one installation.</summary>
    /// <param name="stateDir">The state directory.</param>
    /// <param name="workspaces">Folders inside it that belong to agents; asked at every use.</param>
    /// <param name="closed">Further files that are never written: the configuration, wherever it is.</param>
    /// <param name="runsUnasked">True for a path that an agent may execute without asking: it must not also write it.</param>
    public FileAccessRules(
        string stateDir, Func<IEnumerable<string>> workspaces, Func<IEnumerable<string>> closed, Func<string, bool>? runsUnasked = null)
    {
        _runsUnasked = runsUnasked ?? (static _ => false);
        _stateDir = PathGuard.Follow(stateDir);
        _workspaces = workspaces;
        _closed = closed;
    }

    /// <summary>Why a file, given by its real path, must not be written; null when it may.</summary>
    public string? WriteProblem(string realPath)
    {
        if (_closed().Any(file => PathGuard.Follow(file) == realPath))
            return $"{realPath} is part of the gateway's configuration; change it with the gateway tool or ask the owner";
        if (s_system.Any(folder => Inside(folder, realPath)) || realPath.StartsWith("/etc/ld.so", StringComparison.Ordinal))
            return $"{realPath} belongs to the system's programs, which tools do not write";
        if (_runsUnasked(realPath))
            return $"{realPath} is on the list of what may be run without asking, so tools do not write it";
        if (!Inside(_stateDir, realPath) || s_open.Any(name => Inside(Path.Combine(_stateDir, name), realPath)))
            return null;
        return _workspaces().Any(workspace => Inside(PathGuard.Follow(workspace), realPath))
            ? null
            : $"{realPath} belongs to the gateway's own state, which tools do not write";
    }

    /// <summary>Why a file, given by its real path, must not be read; null when it may.</summary>
    public string? ReadProblem(string realPath)
    {
        var name = Path.GetFileName(realPath);
        var secret = s_secret.Any(folder => Inside(Path.Combine(_stateDir, folder), realPath))
            || (Inside(_stateDir, realPath) && name is "exec-approvals.json" or "auth-profiles.json" or "auth.json")
            || _closed().Any(file => PathGuard.Follow(file) == realPath);
        return secret && !_workspaces().Any(workspace => Inside(PathGuard.Follow(workspace), realPath))
            ? $"{realPath} may hold secrets of the gateway, which tools do not read"
            : null;
    }

    private static bool Inside(string folder, string path) =>
        path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
