namespace OpenClaw.Protocol.Skills;

/// <summary>One skill.</summary>
public sealed record SkillStatus
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>Where it comes from, e.g. <c>openclaw-bundled</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Its <c>SKILL.md</c>.</summary>
    public required string FilePath { get; init; }

    /// <summary>Its directory.</summary>
    public required string BaseDir { get; init; }

    /// <summary>Key in the config.</summary>
    public required string SkillKey { get; init; }

    /// <summary>Environment variable of its main secret.</summary>
    public string? PrimaryEnv { get; init; }

    /// <summary>Symbol.</summary>
    public string? Emoji { get; init; }

    /// <summary>Web page.</summary>
    public string? Homepage { get; init; }

    /// <summary>Used whatever is missing.</summary>
    public required bool Always { get; init; }

    /// <summary>Switched off.</summary>
    public required bool Disabled { get; init; }

    /// <summary>Not on the allow-list of bundled skills.</summary>
    public required bool BlockedByAllowlist { get; init; }

    /// <summary>Can be used.</summary>
    public required bool Eligible { get; init; }

    /// <summary>What it needs.</summary>
    public required SkillNeeds Requirements { get; init; }

    /// <summary>What of it is missing.</summary>
    public required SkillNeeds Missing { get; init; }

    /// <summary>Config paths it looks at.</summary>
    public required IReadOnlyList<SkillConfigCheck> ConfigChecks { get; init; }

    /// <summary>Ways to install what it needs.</summary>
    public required IReadOnlyList<SkillInstallOption> Install { get; init; }
}
