using OpenClaw.Storage;


namespace OpenClaw.Agents.Tools.Files;

/// <summary>A file an agent named: as it named it, and where it really is.</summary>
/// <param name="Shown">The name in the call.</param>
/// <param name="Path">Absolute, links not followed.</param>
/// <param name="RealPath">Absolute, links followed.</param>
internal sealed record FilePlace(string Shown, string Path, string RealPath)
{
    /// <summary>Reads the path argument of a call; relative paths start at the workspace.</summary>
    public static FilePlace? Of(string? name, ToolScene scene, string home)
    {
        if (name is not { Length: > 0 } || name.Contains('\0'))
            return null;
        // Some models mark files the way chat clients do.
        var text = name[0] == '@' && !File.Exists(System.IO.Path.GetFullPath(name, scene.Workspace)) ? name[1..] : name;
        if (text == "~")
            text = home;
        else if (text.StartsWith("~/", StringComparison.Ordinal) || (OperatingSystem.IsWindows() && text.StartsWith("~\\", StringComparison.Ordinal)))
            text = System.IO.Path.Combine(home, text[2..]);
        var full = System.IO.Path.GetFullPath(text, scene.Workspace);
        return new FilePlace(name, full, PathGuard.Follow(full));
    }
}
