using OpenClaw.Agents.Commands.Status;

namespace OpenClaw.Agents.Commands;

/// <summary>The commands that need nothing but the agent's side of the gateway.</summary>
public static class AgentCommands
{
    /// <summary>Adds them to the book, in the order in which they are listed.</summary>
    public static void AddTo(CommandBook book, CommandParts parts)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(parts);
        book.Add(new HelpCommand(book));
        book.Add(new CommandsCommand(book, parts.Skills));
        book.Add(new StatusCommand(parts.Store, parts.Selection, parts.Catalog, parts.Keys, parts.Depth));
        book.Add(new WhoamiCommand());
    }
}
