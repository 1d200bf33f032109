using OpenClaw.Agents.Identity;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Replies;

/// <summary>Which files an answer may attach: web addresses, and files inside a few directories (spec 08 §17).</summary>
/// <param name="workspace">Directory that relative references start from.</param>
/// <param name="others">More directories, absolute: the media store, our temporary files.</param>
public sealed class MediaGate(string workspace, IReadOnlyList<string> others)
{
    private const int MaxLength = 4096;

    /// <summary>What answers of an agent may attach: its workspace, the media store, our temporary files.</summary>
    public static MediaGate Of(AgentDirectory agents, string agentId)
    {
        ArgumentNullException.ThrowIfNull(agents);
        return new MediaGate(agents.Workspace(agentId), [Path.Combine(agents.Paths.StateDir, "media"), Path.Combine(Path.GetTempPath(), "openclaw")]);
    }

    /// <summary>Directories whose files may be attached.</summary>
    public IReadOnlyList<string> Roots { get; } = [workspace, .. others];

    /// <summary>
    /// The address, or the real path of the file (links followed); null for what may not be attached: other schemes, paths that leave the
    /// allowed directories, <c>~</c>.
    /// </summary>
    public string? Resolve(string reference)
    {
        var text = reference.Trim().Trim('"', '\'', '`').Trim();
        if (text.Length is 0 or > MaxLength || text.Any(char.IsControl))
            return null;
        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Host.Length > 0 && !text.Any(char.IsWhiteSpace) ? text : null;
        if (text.StartsWith("file://", StringComparison.OrdinalIgnoreCase))
            text = Uri.TryCreate(text, UriKind.Absolute, out var file) && file.IsFile ? file.LocalPath : string.Empty;
        if (text.Length == 0 || text.StartsWith('~') || text.Split('/', '\\').Contains(".."))
            return null;
        if (!Path.IsPathRooted(text))
            return text.StartsWith("./", StringComparison.Ordinal) ? PathGuard.Under(workspace, text) : null;
        return Roots.Select(root => PathGuard.Under(root, text)).FirstOrDefault(static path => path is not null);
    }
}
