namespace OpenClaw.Protocol.Skills;

/// <summary>Result of <c>skills.update</c>.</summary>
public sealed record SkillsUpdateResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>Skill.</summary>
    public required string SkillKey { get; init; }

    /// <summary>Its config now.</summary>
    public required SkillConfig Config { get; init; }
}
