namespace OpenClaw.Protocol.Skills;

/// <summary>Result of <c>skills.bins</c>.</summary>
public sealed record SkillsBinsResult
{
    /// <summary>Executables that skills use; sorted.</summary>
    public required IReadOnlyList<string> Bins { get; init; }
}
