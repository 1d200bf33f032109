namespace OpenClaw.Agents.Skills;

/// <summary>The skills of one workspace at one moment.</summary>
/// <param name="Skills">One per name, sorted by name; whether they can be used is another question.</param>
/// <param name="Problems">Folders that could not be read.</param>
/// <param name="Version">Grows when something changes: epoch milliseconds of the newest change.</param>
public sealed record SkillSet(IReadOnlyList<Skill> Skills, IReadOnlyList<SkillProblem> Problems, long Version);
