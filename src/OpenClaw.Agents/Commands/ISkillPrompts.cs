namespace OpenClaw.Agents.Commands;

/// <summary>The skills people may call by name.</summary>
public interface ISkillPrompts
{
    /// <summary>Those of an agent, with one line about each.</summary>
    IReadOnlyList<SkillCommand> All(string agentId);

    /// <summary>The skill a word means; null when it means none.</summary>
    SkillCommand? Find(string agentId, string word);

    /// <summary>What the model reads when a person calls the skill.</summary>
    CommandAnswer.Asks Prompt(string agentId, SkillCommand skill, string input);
}
