namespace OpenClaw.Agents.Commands;

/// <summary>A skill as a command.</summary>
/// <param name="Command">What is typed: <c>[a-z0-9_]</c>, at most 32.</param>
/// <param name="Skill">The skill's own name.</param>
/// <param name="Summary">One line about it.</param>
public sealed record SkillCommand(string Command, string Skill, string Summary);
