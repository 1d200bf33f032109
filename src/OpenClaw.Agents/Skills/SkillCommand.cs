namespace OpenClaw.Agents.Skills;

/// <summary>A skill that people call as a chat command.</summary>
/// <param name="Name">The command without its slash: lower case letters, digits and underscores, at most 32.</param>
/// <param name="Description">At most 100 characters.</param>
/// <param name="Skill">What it calls.</param>
public sealed record SkillCommand(string Name, string Description, Skill Skill);
