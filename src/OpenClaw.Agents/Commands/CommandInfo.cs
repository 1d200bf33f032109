namespace OpenClaw.Agents.Commands;

/// <summary>What a command is called and how it is used.</summary>
/// <param name="Name">Without the slash.</param>
/// <param name="Summary">One line for the list of commands.</param>
/// <param name="Group">Where it is listed.</param>
public sealed record CommandInfo(string Name, string Summary, CommandGroup Group)
{
    /// <summary>Other names.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>How its arguments are written; null: it takes none, and a message with more text is not this command.</summary>
    public string? Arguments { get; init; }

    /// <summary>True: its argument is text that may go on over several lines.</summary>
    public bool TakesText { get; init; }

    /// <summary>Only for the owner.</summary>
    public bool OwnerOnly { get; init; }

    /// <summary>True: works inside a normal message too, and is taken out of it.</summary>
    public bool IsShortcut { get; init; }

    /// <summary>True: not listed, because another entry speaks for it.</summary>
    public bool IsHidden { get; init; }
}
