using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Skills;

/// <summary>Params of <c>skills.update</c>.</summary>
public sealed record SkillsUpdateParams
{
    /// <summary>Skill.</summary>
    [Size(Min = 1)]
    public required string SkillKey { get; init; }

    /// <summary>Switch it on or off.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Its secret; blank removes it.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Environment variables; a blank value removes one.</summary>
    public IReadOnlyDictionary<string, string>? Env { get; init; }
}
