using OpenClaw.Agents.Skills;

namespace OpenClaw.Agents.Commands.Tools;

/// <summary>The skills of agents as commands: calling one has the model read its instructions and follow them.</summary>
/// <param name="skills">Which there are.</param>
/// <param name="book">Commands whose names are taken.</param>
public sealed class AgentSkillPrompts(AgentSkills skills, CommandBook book) : ISkillPrompts
{
    /// <inheritdoc/>
    public IReadOnlyList<SkillCommand> All(string agentId) =>
        [.. skills.Commands(agentId, book.All.SelectMany(static command => command.Info.Aliases.Prepend(command.Info.Name)))
            .Select(static command => new SkillCommand(command.Name, command.Skill.Name, command.Description))];

    /// <inheritdoc/>
    public SkillCommand? Find(string agentId, string word)
    {
        var name = word.TrimStart('/').Replace('-', '_');
        return All(agentId).FirstOrDefault(skill =>
            skill.Command.Equals(name, StringComparison.OrdinalIgnoreCase) || skill.Skill.Equals(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public CommandAnswer.Asks Prompt(string agentId, SkillCommand skill, string input)
    {
        ArgumentNullException.ThrowIfNull(skill);
        var file = skills.Usable(agentId).FirstOrDefault(known => known.Name == skill.Skill)?.File;
        var where = file is null ? string.Empty : $" Its instructions are in {file}.";
        return new CommandAnswer.Asks($"Use the skill \"{skill.Skill}\" for this request.{where}{(input.Length > 0 ? $"\n\n{input}" : string.Empty)}");
    }
}
