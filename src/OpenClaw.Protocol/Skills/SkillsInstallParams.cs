using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Skills;

/// <summary>Params of <c>skills.install</c>.</summary>
public sealed record SkillsInstallParams
{
    /// <summary>Skill.</summary>
    [Size(Min = 1)]
    public required string Name { get; init; }

    /// <summary>Which way.</summary>
    [Size(Min = 1)]
    public required string InstallId { get; init; }

    /// <summary>Milliseconds; default 300000, at most 900000.</summary>
    [Bounds(Min = 1000)]
    public long? TimeoutMs { get; init; }
}
