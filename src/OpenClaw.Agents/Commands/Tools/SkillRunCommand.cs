namespace OpenClaw.Agents.Commands.Tools;

/// <summary><c>/skill</c>: uses a skill by its name.</summary>
public sealed class SkillRunCommand(ISkillPrompts skills) : ICommand
{
    /// <inheritdoc/>
    public CommandInfo Info { get; } = new("skill", "Use a skill.", CommandGroup.Tools) { Arguments = "<name> [input]", TakesText = true };

    /// <inheritdoc/>
    public bool IsOffered(CommandScene scene) => skills.All(scene.AgentId).Count > 0;

    /// <inheritdoc/>
    public Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        var cut = arguments.IndexOfAny([' ', '\n', '\t']);
        var name = cut < 0 ? arguments : arguments[..cut];
        if (name.Length == 0)
            return Task.FromResult(CommandAnswer.Say($"Which skill? There are:\n{List(scene)}"));
        if (skills.Find(scene.AgentId, name) is not { } skill)
            return Task.FromResult(CommandAnswer.Say($"There is no skill \"{name}\". There are:\n{List(scene)}"));
        return Task.FromResult<CommandAnswer>(skills.Prompt(scene.AgentId, skill, cut < 0 ? string.Empty : arguments[cut..].Trim()));
    }

    private string List(CommandScene scene) =>
        string.Join('\n', skills.All(scene.AgentId).Select(static skill => $"{skill.Skill} — {skill.Summary}"));
}
