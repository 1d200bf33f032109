using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Commands;
using OpenClaw.Agents.Credentials;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Queues;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Runs.Recovery;
using OpenClaw.Agents.Sessions;

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
    /// <param name="journal">Where accepted messages are written down.</param>
    /// <param name="time">Clock.</param>
    /// <param name="logger">Log of the conversations.</param>
    public InboundParts(
        AgentRunner runner, RunEvents events, ModelSelection selection, ModelCatalog catalog, ApiKeys keys, SessionStore store,
        RunJournal journal, TimeProvider time, ILogger logger)
    {
        var skills = new NoSkills();
        var commands = new CommandDesk(Book, skills, selection, () => store.Agents.Config);
        AgentCommands.AddTo(Book, new CommandParts
        {
            Store = store,
            Selection = selection,
            Catalog = catalog,
            Keys = keys,
            Skills = skills,
            Depth = key => Desk!.Depth(key),
        });
        var answers = new InboundAnswers(store, events, runner.Finished, time, logger);
        var rules = new QueueRules(store, store.Agents);
        Desk = new InboundDesk(
            runner,
            new InboundReader(commands, store, new RecentMessages(time), logger),
            new InboundRuns(runner, answers, new InboundLevels(store, store.Agents), journal, logger),
            answers,
            events,
            rules,
            journal,
            time);
    }

    /// <summary>Where messages come in.</summary>
    public InboundDesk Desk { get; }

    /// <summary>All commands; other parts of the gateway add theirs while it is composed.</summary>
    public CommandBook Book { get; } = new();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
