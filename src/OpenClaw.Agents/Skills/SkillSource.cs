namespace OpenClaw.Agents.Skills;

/// <summary>Where a skill comes from, weakest first: of two with the same name the stronger one counts (spec 09 §10.2).</summary>
public enum SkillSource
{
    /// <summary>A folder of <c>skills.load.extraDirs</c>.</summary>
    Extra,

    /// <summary>Delivered with the program.</summary>
    Bundled,

    /// <summary><c>skills</c> in the state directory.</summary>
    Managed,

    /// <summary><c>skills</c> in the agent's workspace.</summary>
    Workspace,
}
