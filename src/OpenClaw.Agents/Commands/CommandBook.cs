namespace OpenClaw.Agents.Commands;

/// <summary>All commands. Parts of the gateway add theirs while it is composed.</summary>
public sealed class CommandBook
{
    private readonly Dictionary<string, ICommand> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ICommand> _all = [];

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<ICommand> All => _all;

    /// <summary>Adds one; a name that is taken is a fault of the composition.</summary>
    public void Add(ICommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        foreach (var name in command.Info.Aliases.Prepend(command.Info.Name))
            _byName.Add(name, command);
        _all.Add(command);
    }

    /// <summary>The command of this name, if it is offered in the scene.</summary>
    public ICommand? Find(string name, CommandScene scene) =>
        _byName.TryGetValue(name, out var command) && command.IsOffered(scene) ? command : null;

    /// <summary>The command of this name.</summary>
    public ICommand? Named(string name) => _byName.GetValueOrDefault(name);

    /// <summary>True for a text that is a command as a whole, whoever writes it and wherever (spec 10 §3.2).</summary>
    public bool IsCommand(string text) =>
        CommandLine.Parse(text) is { } line && Named(line.Name) is { } command && (line.Everything.Length == 0 || command.Info.Arguments is not null);

    /// <summary>What the sender of the scene may use, listed entries only.</summary>
    public IEnumerable<ICommand> For(CommandScene scene) =>
        _all.Where(command => !command.Info.IsHidden && command.IsOffered(scene) && (!command.Info.OwnerOnly || scene.Sender.IsOwner));
}
