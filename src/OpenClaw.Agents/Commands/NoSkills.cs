namespace OpenClaw.Agents.Commands;

/// <summary>No skill can be called by name.</summary>
public sealed class NoSkills : ISkillPrompts
{
    /// <inheritdoc/>
    public IReadOnlyList<SkillCommand> All(string agentId) => [];

    /// <inheritdoc/>
    public SkillCommand? Find(string agentId, string word) => null;

    /// <inheritdoc/>
    public CommandAnswer.Asks Prompt(string agentId, SkillCommand skill, string input) => new(input);
}
