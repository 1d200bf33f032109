using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Skills;

/// <summary>Skills: what there is, what is missing, and switching them (spec 02 §13).</summary>
public static class SkillsMethods
{
    /// <summary><c>skills.status</c></summary>
    public static MethodDefinition<NoParams, SkillsStatusResult> Status { get; } = new(
        "skills.status",
        MethodScope.Read,
        static () => ProtocolJson.Default.NoParams,
        static () => ProtocolJson.Default.SkillsStatusResult)
    {
        Summary = "Lists skills and what they lack.",
    };

    /// <summary><c>skills.bins</c></summary>
    public static MethodDefinition<NoParams, SkillsBinsResult> Bins { get; } = new(
        "skills.bins",
        MethodScope.NodeOnly,
        static () => ProtocolJson.Default.NoParams,
        static () => ProtocolJson.Default.SkillsBinsResult)
    {
        Summary = "Lists the executables that skills use.",
    };

    /// <summary><c>skills.install</c></summary>
    public static MethodDefinition<SkillsInstallParams, SkillsInstallResult> Install { get; } = new(
        "skills.install",
        MethodScope.Admin,
        static () => ProtocolJson.Default.SkillsInstallParams,
        static () => ProtocolJson.Default.SkillsInstallResult)
    {
        Summary = "Installs what a skill needs.",
    };

    /// <summary><c>skills.update</c></summary>
    public static MethodDefinition<SkillsUpdateParams, SkillsUpdateResult> Update { get; } = new(
        "skills.update",
        MethodScope.Admin,
        static () => ProtocolJson.Default.SkillsUpdateParams,
        static () => ProtocolJson.Default.SkillsUpdateResult)
    {
        Summary = "Changes the config of a skill.",
    };

    /// <summary>All of the family, in the order of the specification.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [Status, Bins, Install, Update];
}
