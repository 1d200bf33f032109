namespace OpenClaw.Agents.Skills;

/// <summary>A folder that looks like a skill and is none.</summary>
/// <param name="File">Its <c>SKILL.md</c>.</param>
/// <param name="Text">What is wrong, for people.</param>
public sealed record SkillProblem(string File, string Text);
