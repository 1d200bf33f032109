using OpenClaw.Agents.Identity;

namespace OpenClaw.Agents.Skills;

/// <summary>Where skills are looked for, weakest first.</summary>
/// <param name="agents">Workspaces and configuration.</param>
/// <param name="bundled">Folder of the skills that come with the program.</param>
public sealed class SkillFolders(AgentDirectory agents, string? bundled = null)
{
    private const string Folder = "skills";

    /// <summary>Folder of the skills that come with the program; it may not exist.</summary>
    public string Bundled { get; } = bundled ?? Path.Combine(AppContext.BaseDirectory, Folder);

    /// <summary>Folder of the skills installed for all agents.</summary>
    public string Managed => Path.Combine(agents.Paths.StateDir, Folder);

    /// <summary>All folders for an agent, in the order in which later ones win.</summary>
    public IReadOnlyList<(string Path, SkillSource Source)> For(string agentId) =>
    [
        .. agents.Config.Skills.ExtraDirs.Where(static dir => dir.Trim().Length > 0).Select(dir => (agents.Paths.Expand(dir), SkillSource.Extra)),
        (Bundled, SkillSource.Bundled),
        (Managed, SkillSource.Managed),
        (Path.Combine(agents.Workspace(agentId), Folder), SkillSource.Workspace),
    ];
}
