namespace OpenClaw.Protocol.Skills;

/// <summary>Result of <c>skills.status</c>.</summary>
public sealed record SkillsStatusResult
{
    /// <summary>Workspace.</summary>
    public required string WorkspaceDir { get; init; }

    /// <summary>Directory of installed skills.</summary>
    public required string ManagedSkillsDir { get; init; }

    /// <summary>All skills.</summary>
    public required IReadOnlyList<SkillStatus> Skills { get; init; }
}
