using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Commands;
using OpenClaw.Agents.Commands.Management;
using OpenClaw.Agents.Commands.Options;
using OpenClaw.Agents.Commands.Status;
using OpenClaw.Agents.Commands.Tools;
using OpenClaw.Agents.Credentials;
using OpenClaw.Agents.Hooks;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Lanes;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Runs.Recovery;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Subagents;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Service;
using OpenClaw.Configuration.Writing;
using OpenClaw.Gateway.Conversations.Inbound.Commands;
using OpenClaw.Gateway.Tools.Execution;

namespace OpenClaw.Gateway.Conversations.Inbound;

/// <summary>Composes what stands between a message and its run.</summary>
internal sealed class InboundParts : IAsyncDisposable
{
    /// <summary>Makes everything; nothing starts.</summary>
    /// <param name="runner">Runs turns.</param>
    /// <param name="events">Tells clients.</param>
    /// <param name="selection">Models that may be chosen.</param>
    /// <param name="catalog">Models.</param>
    /// <param name="keys">Credentials.</param>
    /// <param name="store">Sessions.</param>
    /// <param name="access">Which of them may be written to.</param>
    /// <param name="hooks">The owner's hooks.</param>
    /// <param name="context">Resets and summaries.</param>
    /// <param name="lanes">Lanes of the sessions.</param>
    /// <param name="journal">Where accepted messages are written down.</param>
    /// <param name="time">Clock.</param>
    /// <param name="logger">Log of the conversations.</param>
    public InboundParts(
        AgentRunner runner, RunEvents events, ModelSelection selection, ModelCatalog catalog, ApiKeys keys, SessionStore store, SessionAccess access,
        TimedHooks hooks, ContextParts context, LaneScheduler lanes, RunJournal journal, TimeProvider time, ILogger logger)
    {
        var skills = new AgentSkillPrompts(context.Skills, Book);
        var menu = new ModelMenu(store.Agents, catalog, selection);
        var commands = new CommandDesk(Book, skills, menu, () => store.Agents.Config);
        Stops = new InboundStops(() => Desk!);
        AgentCommands.AddTo(Book, new CommandParts
        {
            Store = store,
            Selection = selection,
            Catalog = catalog,
            Keys = keys,
            Skills = skills,
            Menu = menu,
            Freshness = context.Freshness,
            Compaction = context.Compaction,
            Lanes = lanes,
            Stops = Stops,
            Depth = key => Desk!.Depth(key),
        });
        Hooks = new CommandHooks(hooks, store, time);
        Answers = new InboundAnswers(store, events, runner.Finished, time, logger);
        var rules = new QueueRules(store, store.Agents);
        Desk = new InboundDesk(
            runner,
            new InboundReader(commands, context.Freshness, store, access, Hooks, logger),
            new InboundRuns(runner, Answers, new InboundLevels(store, store.Agents), journal, logger),
            Answers,
            events,
            rules,
            Stops,
            Hooks,
            journal,
            time);
    }

    /// <summary>Where messages come in.</summary>
    public InboundDesk Desk { get; }

    /// <summary>Stops what sessions are doing.</summary>
    public InboundStops Stops { get; }

    /// <summary>Tells the owner's hooks of commands.</summary>
    public CommandHooks Hooks { get; }

    /// <summary>Tells and shows what belongs to no run.</summary>
    public InboundAnswers Answers { get; }

    /// <summary>All commands; other parts of the gateway add theirs while it is composed.</summary>
    public CommandBook Book { get; } = new();

    /// <summary>Adds the commands that change the gateway itself.</summary>
    /// <param name="config">The current configuration.</param>
    /// <param name="writer">Writes it.</param>
    /// <param name="restarts">Restarts the process; null: it cannot restart itself, and no such command is offered.</param>
    public void Add(Func<ConfigSnapshot> config, IConfigWriter writer, IRestartScheduler? restarts)
    {
        Book.Add(new ConfigCommand(config, writer));
        Book.Add(new AllowlistCommand(config, writer));
        if (restarts is not null)
            Book.Add(new RestartCommand(config, restarts));
    }

    /// <summary>Adds the commands that touch the host.</summary>
    /// <param name="execution">Commands that run, and those that wait for a decision.</param>
    /// <param name="agents">Who may have them run.</param>
    public void Add(ExecutionParts execution, AgentDirectory agents)
    {
        Book.Add(new ApproveCommand(execution.Desk.Resolve));
        Book.Add(new BashCommand(execution.Processes, agents));
    }

    /// <summary>Lets people see and stop sub-agents.</summary>
    /// <param name="subagents">Which there are.</param>
    /// <param name="store">Their sessions.</param>
    public void Add(SubagentDesk subagents, SessionStore store)
    {
        var command = new SubagentsCommand(subagents, store);
        Book.Add(command);
        (Book.Named("status") as StatusCommand)?.Add(command.Line);
        Stops.Subagents = subagents.StopOf;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Hooks.DisposeAsync().ConfigureAwait(false);
        await Desk.DisposeAsync().ConfigureAwait(false);
    }
}
