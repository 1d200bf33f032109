namespace OpenClaw.Agents.Skills;

/// <summary>Names of sources on the wire.</summary>
internal static class SkillSources
{
    public static string Name(SkillSource source) => source switch
    {
        SkillSource.Bundled => "openclaw-bundled",
        SkillSource.Managed => "openclaw-managed",
        SkillSource.Workspace => "openclaw-workspace",
        _ => "openclaw-extra",
    };
}
