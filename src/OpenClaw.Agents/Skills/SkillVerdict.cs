namespace OpenClaw.Agents.Skills;

/// <summary>Whether a skill can be used here and now, and what stands in the way.</summary>
/// <param name="Disabled">Switched off in the configuration.</param>
/// <param name="Blocked">Not on the list of allowed bundled skills.</param>
/// <param name="Missing">What of its needs is not there.</param>
/// <param name="Eligible">It can be used.</param>
public sealed record SkillVerdict(bool Disabled, bool Blocked, SkillRequirements Missing, bool Eligible);
