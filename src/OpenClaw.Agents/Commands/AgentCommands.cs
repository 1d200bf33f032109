using OpenClaw.Agents.Commands.Options;
using OpenClaw.Agents.Commands.Session;
using OpenClaw.Agents.Commands.Status;
using OpenClaw.Agents.Commands.Tools;

namespace OpenClaw.Agents.Commands;

/// <summary>The commands that need nothing but the agent's side of the gateway.</summary>
public static class AgentCommands
{
    /// <summary>Adds them to the book, in the order in which they are listed.</summary>
    public static void AddTo(CommandBook book, CommandParts parts)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(parts);
        var (store, menu) = (parts.Store, parts.Menu);
        book.Add(new NewSessionCommand(store, parts.Freshness, parts.Stops, parts.Selection, menu));
        book.Add(new StopCommand(parts.Stops));
        book.Add(new CompactCommand(parts.Compaction, parts.Stops, parts.Lanes, store.Time));
        book.Add(new ThinkCommand(store, parts.Selection, parts.Catalog));
        book.Add(new VerboseCommand(store));
        book.Add(new ReasoningCommand(store));
        book.Add(new ElevatedCommand(store));
        book.Add(new ExecCommand(store));
        book.Add(new ModelCommand(store, parts.Selection, parts.Catalog, menu));
        book.Add(new ModelsCommand(menu));
        book.Add(new QueueCommand(store));
        book.Add(new UsageCommand(store, new SessionCost(store).DescribeAsync));
        book.Add(new ActivationCommand(store));
        book.Add(new HelpCommand(book));
        book.Add(new CommandsCommand(book, parts.Skills));
        book.Add(new StatusCommand(store, parts.Selection, parts.Catalog, parts.Keys, parts.Depth));
        book.Add(new WhoamiCommand());
        book.Add(new ContextCommand(store));
        book.Add(new SendCommand(store));
        book.Add(new SkillRunCommand(parts.Skills));
    }
}
