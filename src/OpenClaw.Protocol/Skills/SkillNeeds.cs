namespace OpenClaw.Protocol.Skills;

/// <summary>What a skill needs, or what of it is missing.</summary>
public sealed record SkillNeeds
{
    /// <summary>Executables, all of them.</summary>
    public required IReadOnlyList<string> Bins { get; init; }

    /// <summary>Executables, one of them.</summary>
    public required IReadOnlyList<string> AnyBins { get; init; }

    /// <summary>Environment variables.</summary>
    public required IReadOnlyList<string> Env { get; init; }

    /// <summary>Config paths.</summary>
    public required IReadOnlyList<string> Config { get; init; }

    /// <summary>Operating systems.</summary>
    public required IReadOnlyList<string> Os { get; init; }
}
