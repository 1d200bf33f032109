namespace OpenClaw.Agents.Skills;

/// <summary>What a skill needs on the machine.</summary>
/// <param name="Bins">Executables, all of them.</param>
/// <param name="AnyBins">Executables, one of them.</param>
/// <param name="Env">Environment variables.</param>
/// <param name="Config">Config paths that must hold something.</param>
/// <param name="Os">Operating systems as the format names them (<c>darwin</c>, <c>linux</c>, <c>win32</c>), one of them; empty: all.</param>
public sealed record SkillRequirements(
    IReadOnlyList<string> Bins, IReadOnlyList<string> AnyBins, IReadOnlyList<string> Env, IReadOnlyList<string> Config, IReadOnlyList<string> Os)
{
    /// <summary>Nothing.</summary>
    public static SkillRequirements None { get; } = new([], [], [], [], []);

    /// <summary>True when there is nothing in it.</summary>
    public bool IsEmpty => Bins.Count + AnyBins.Count + Env.Count + Config.Count + Os.Count == 0;
}
