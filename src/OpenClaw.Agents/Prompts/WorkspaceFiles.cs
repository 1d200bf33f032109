using System.Text;

namespace OpenClaw.Agents.Prompts;

/// <summary>Reads the files of a workspace that every prompt carries (spec 08 §11).</summary>
internal static class WorkspaceFiles
{
    private const double HeadShare = 0.7;
    private const double TailShare = 0.2;

    // A file far larger than any prompt is read only as far as its head and tail can matter.
    private const long MaxBytes = 4 * 1024 * 1024;

    private static readonly string[] s_order = ["AGENTS.md", "SOUL.md", "TOOLS.md", "IDENTITY.md", "USER.md", "HEARTBEAT.md"];
    private static readonly string[] s_minimal = ["AGENTS.md", "TOOLS.md"];
    private static readonly string[] s_optional = ["BOOTSTRAP.md", "MEMORY.md", "memory.md"];

    /// <summary>The files of a prompt; a minimal one (sub-agents) gets the rules and the notes on the place only.</summary>
    public static IReadOnlyList<WorkspaceFile> Load(string workspace, long maxChars, PromptMode mode = PromptMode.Full)
    {
        if (mode == PromptMode.None)
            return [];
        if (mode == PromptMode.Minimal)
            return [.. s_minimal.Select(name => Read(workspace, name, maxChars))];
        var files = s_order.Select(name => Read(workspace, name, maxChars)).ToList();
        foreach (var name in s_optional)
        {
            // On file systems that ignore case both spellings are one file.
            if (files.Any(file => file.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                continue;
            var file = Read(workspace, name, maxChars);
            if (!file.Missing)
                files.Add(file);
        }

        return files;
    }

    private static WorkspaceFile Read(string workspace, string name, long maxChars)
    {
        var path = Path.Combine(workspace, name);
        try
        {
            var info = new FileInfo(path);
            if (info.Exists && info.Length <= MaxBytes)
                return Fit(name, path, File.ReadAllText(path, Encoding.UTF8), maxChars);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Missing(name, path);
        }

        return Missing(name, path);
    }

    /// <summary>A file that is not there.</summary>
    internal static WorkspaceFile Missing(string name, string path) =>
        new(name, path, Missing: true, 0, $"[MISSING] Expected at: {path}", Truncated: false);

    /// <summary>A file with this content, cut in its middle when it is too long.</summary>
    internal static WorkspaceFile Fit(string name, string path, string text, long longest)
    {
        var maxChars = (int)Math.Clamp(longest, 100, int.MaxValue);
        if (text.Length <= maxChars)
            return new WorkspaceFile(name, path, Missing: false, text.Length, text, Truncated: false);
        var head = text[..(int)(maxChars * HeadShare)];
        var tail = text[^(int)(maxChars * TailShare)..];
        var fitted = $"{head}\n\n[… {name} is {text.Length} characters long; {text.Length - head.Length - tail.Length} of them are left out here …]\n\n{tail}";
        return new WorkspaceFile(name, path, Missing: false, text.Length, fitted, Truncated: true);
    }
}
