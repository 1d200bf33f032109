using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Credentials;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Hooks;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Lanes;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Runs.Recovery;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.SystemEvents;
using OpenClaw.Agents.Tools;
using OpenClaw.Agents.Tools.Policy;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Paths;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.ControlPlane.Methods;
using OpenClaw.Gateway.Conversations.Inbound;

namespace OpenClaw.Gateway.Conversations;

/// <summary>Composes the agent side of the gateway and owns it: one instance per running gateway.</summary>
internal sealed class ConversationParts : IAsyncDisposable
{
    private readonly ModelProviders _providers;
    private readonly SessionPreviews _previews;
    private readonly SessionPatcher _patcher;
    private readonly SessionLife _life;
    private readonly OllamaDiscovery _ollama;
    private readonly RunJournal _journal;

    /// <summary>Makes everything; nothing starts, no file is touched.</summary>
    /// <param name="config">The current configuration; read at every use, so changes apply to the next run.</param>
    /// <param name="paths">Directories of this process.</param>
    /// <param name="broadcaster">Reaches clients.</param>
    /// <param name="subscribers">Connections of nodes that want copies of a session's events.</param>
    /// <param name="answers">Answers to repeated requests.</param>
    /// <param name="time">Clock.</param>
    /// <param name="logger">Log of the conversations.</param>
    public ConversationParts(
        Func<ConfigSnapshot> config,
        ConfigPaths paths,
        Broadcaster broadcaster,
        Func<string, IReadOnlyList<string>> subscribers,
        IdempotencyCache answers,
        TimeProvider time,
        ILogger logger)
    {
        Agents = new AgentDirectory(paths, config);
        Sessions = new SessionStore(Agents, time);
        Notes = new SystemEventQueue(time);
        Hooks = new TimedHooks(time);
        Lanes = new LaneScheduler();
        _providers = new ModelProviders(time, raw: RawStreamLog.Of(config().Environment, paths, time));
        _ollama = new OllamaDiscovery(_providers.Http, OllamaDiscovery.ServerOf(config().Environment), time);
        Catalog = new ModelCatalog(Agents, _ollama);
        var keys = new ApiKeys(Agents, time);
        Models = new ModelSelection(Agents, Catalog, keys, _ollama);
        Embeddings = new EmbeddingSelection(Agents, keys, Catalog);
        SessionList = new SessionList(Sessions, Models);
        _previews = new SessionPreviews(Sessions);
        _patcher = new SessionPatcher(Sessions, Models, Catalog);
        _life = new SessionLife(Sessions);
        Events = new RunEvents(broadcaster, subscribers, ShowsTools, time);
        Listeners = new RunListeners(Events);
        Router = new ModelRouter(Agents, Models, Catalog, keys, time);
        Tools = new ToolBox(new ToolPolicy(Agents, Sessions));
        _journal = new RunJournal(Path.Combine(paths.StateDir, "runs", "active.jsonl"), time);
        Context = new ContextParts(Agents, Sessions, _providers, Router, Models, keys, Catalog, time);
        Runner = new AgentRunner(
            Agents, new RunPreparation(Agents, Sessions, Models, Router, Tools, Notes, time, Context.Skills, Hooks), _providers, Lanes, Listeners, time, Context.Compactor, _journal);
        Recovery = new RestartRecovery(_journal, Runner, Sessions, Notes, Events, time, logger);
        Access = new SessionAccess(Sessions);
        Inbound = new InboundParts(Runner, Events, Models, Catalog, keys, Sessions, Access, Hooks, Context, Lanes, _journal, time, logger);
        Chats = new ChatRuns(Inbound, Access, Sessions, answers, time, logger);
        AgentRuns = new AgentRuns(Inbound.Desk, Runner, Access, Sessions, SessionList, answers, logger);
    }

    /// <summary>Which agents there are.</summary>
    public AgentDirectory Agents { get; }

    /// <summary>All sessions.</summary>
    public SessionStore Sessions { get; }

    /// <summary>Notes that ride along with the next turn.</summary>
    public SystemEventQueue Notes { get; }

    /// <summary>The owner's hooks, told by commands and runs.</summary>
    public TimedHooks Hooks { get; }

    /// <summary>What runs have sent by their message tool.</summary>
    public SentMessages Sent { get; } = new();

    /// <summary>Waiting lines.</summary>
    public LaneScheduler Lanes { get; }

    /// <summary>All models.</summary>
    public ModelCatalog Catalog { get; }

    /// <summary>Which model a run uses.</summary>
    public ModelSelection Models { get; }

    /// <summary>Which model turns an agent's texts into vectors.</summary>
    public EmbeddingSelection Embeddings { get; }

    /// <summary>Models and credentials of a run, in the order in which they are tried.</summary>
    public ModelRouter Router { get; }

    /// <summary>The wire formats of models.</summary>
    public ModelProviders Providers => _providers;

    /// <summary>What agents can do; sources are added while the gateway is composed.</summary>
    public ToolBox Tools { get; }

    /// <summary>Listing and finding sessions.</summary>
    public SessionList SessionList { get; }

    /// <summary>Publishes what runs do.</summary>
    public RunEvents Events { get; }

    /// <summary>Hear what single runs do.</summary>
    public RunListeners Listeners { get; }

    /// <summary>What conversations are made of and what becomes of them: summaries, resets.</summary>
    public ContextParts Context { get; }

    /// <summary>Runs turns.</summary>
    public AgentRunner Runner { get; }

    /// <summary>Takes up what the last gateway left unfinished.</summary>
    public RestartRecovery Recovery { get; }

    /// <summary>Checks on session keys.</summary>
    public SessionAccess Access { get; }

    /// <summary>What stands between a message and its run: commands, queues.</summary>
    public InboundParts Inbound { get; }

    /// <summary>Messages of <c>chat.send</c>.</summary>
    public ChatRuns Chats { get; }

    /// <summary>Runs of <c>agent</c>.</summary>
    public AgentRuns AgentRuns { get; }

    /// <summary>Registers all methods of this side.</summary>
    public void Register(MethodTable table)
    {
        new ChatMethodHandlers(Chats, Access, Sessions, Models, Catalog, Events).Register(table);
        new AgentMethodHandlers(AgentRuns, new AgentProfiles(Agents)).Register(table);
        new SessionsMethodHandlers(Access, Sessions, SessionList, _previews, _patcher, _life, Runner, Inbound).Register(table);
        new ModelsMethodHandlers(Catalog, Models, Agents).Register(table);
    }

    /// <summary>How much is told of what a run does: <c>off</c>, <c>on</c> or <c>full</c> (spec 08 §18).</summary>
    public string Verbosity(RunEvent used) =>
        Runner.Find(used.RunId)?.Request.Verbose
            ?? Sessions.Find(Sessions.Canonical(used.SessionKey))?.Text("verboseLevel")
            ?? Agents.Config.Agents.Defaults.VerboseDefault ?? "off";

    private bool ShowsTools(RunEvent used) => Verbosity(used) is "on" or "full";

    /// <summary>Stops all runs and waits until each has published its end. Call before the connections are closed.</summary>
    public async ValueTask StopRunsAsync()
    {
        await Recovery.DisposeAsync().ConfigureAwait(false);
        await Inbound.DisposeAsync().ConfigureAwait(false);
        await Runner.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Runner.DisposeAsync().ConfigureAwait(false);
        _journal.Dispose();
        Context.Dispose();
        Sessions.Dispose();
        _providers.Dispose();
    }
}
