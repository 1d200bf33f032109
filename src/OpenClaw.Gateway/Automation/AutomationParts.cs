using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Cron;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Heartbeats;
using OpenClaw.Agents.Hooks;
using OpenClaw.Agents.Runs;
using OpenClaw.Channels.Catalog;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Paths;
using OpenClaw.Gateway.Automation.Hooks;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.ControlPlane.Methods;
using OpenClaw.Gateway.Conversations;
using OpenClaw.Gateway.Http;
using OpenClaw.Gateway.Http.Hooks;

namespace OpenClaw.Gateway.Automation;

/// <summary>Composes what starts agents without a user: jobs, heartbeats and web hooks. Owns it; one instance per running gateway.</summary>
internal sealed class AutomationParts : IAsyncDisposable
{
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(2);

    private readonly HookRuns _hookRuns;
    private readonly HooksPage _page;
    private readonly Func<string> _workspace;
    private readonly CancellationTokenSource _stop = new();
    private Task _startup = Task.CompletedTask;

    /// <summary>Makes everything; nothing starts, no file is touched.</summary>
    public AutomationParts(
        Func<ConfigSnapshot> config, ConfigPaths paths, ConversationParts conversations, IDelivery delivery, Broadcaster broadcaster, TimeProvider time, ILogger logger)
    {
        var events = new AutomationEvents(broadcaster, conversations.Events, Switch, time, logger);
        var replies = new FinalReplies(delivery, conversations.Sent);
        Heartbeats = new HeartbeatService(new HeartbeatParts
        {
            Agents = conversations.Agents,
            Sessions = conversations.Sessions,
            Models = conversations.Models,
            Runner = conversations.Runner,
            Lanes = conversations.Lanes,
            Notes = conversations.Notes,
            Delivery = replies,
            Switch = Switch,
            Listener = events,
            Time = time,
        });
        Turns = new IsolatedTurns(conversations.Agents, conversations.Sessions, conversations.Models, conversations.Runner, replies, time);
        var work = new CronWork(conversations.Agents, conversations.Notes, Heartbeats, Turns, time);
        Jobs = new CronService(Settings(config(), paths), conversations.Agents, work, events, time);
        Wakes = new Wakes(conversations.Agents, conversations.Notes, Heartbeats);
        var scripts = new NodeScripts(config, paths.Home, time);
        Hooks = new InternalHooks(
            new InternalHookFolders(conversations.Agents),
            scripts,
            new BundledHooks(conversations.Agents, conversations.Sessions, Turns, time),
            config,
            time,
            logger);
        conversations.Hooks.Target = Hooks;
        _workspace = () => conversations.Agents.Workspace(conversations.Agents.DefaultId);
        _hookRuns = new HookRuns(conversations.Agents, conversations.Notes, Heartbeats, Wakes, Turns, logger);
        _page = new HooksPage(
            config,
            new HookMappings(new HookTransforms(paths, scripts), time, logger),
            _hookRuns,
            () => [.. ChannelCatalog.Core.Select(static channel => channel.Id).Where(delivery.CanSend)],
            time,
            logger);

        conversations.Recovery.Replies = replies;
        conversations.AgentRuns.Replies = replies;

        // The scheduler keeps a time once given until the job is done; a job that is gone is not to be repeated either.
        conversations.Recovery.IsTakenOver = run => run.Origin == RunOrigin.Cron
            && Jobs.List(includeDisabled: true).FirstOrDefault(job => job.Id == run.CallerId) is null or { Schedule.Kind: "at" };
    }

    /// <summary>The HTTP surface of hooks.</summary>
    public HttpPage Page => _page.TryServeAsync;

    /// <summary>The owner's hooks.</summary>
    public InternalHooks Hooks { get; }

    /// <summary>Whether agents beat, and the last beat.</summary>
    public HeartbeatSwitch Switch { get; } = new();

    /// <summary>Lets agents look up.</summary>
    public HeartbeatService Heartbeats { get; }

    /// <summary>Turns in sessions of their own.</summary>
    public IsolatedTurns Turns { get; }

    /// <summary>Jobs.</summary>
    public CronService Jobs { get; }

    /// <summary>Gives the main session something to look at.</summary>
    public Wakes Wakes { get; }

    /// <summary>Registers all methods of this side.</summary>
    public void Register(MethodTable table)
    {
        new HeartbeatMethodHandlers(Switch, Wakes).Register(table);
        new CronMethodHandlers(Jobs).Register(table);
    }

    /// <summary>Starts both clockworks.</summary>
    public void Start()
    {
        Heartbeats.Start();
        Jobs.Start();
        _startup = Task.Run(() => Hooks.EmitAsync(
            new HookEvent("gateway", "startup", string.Empty, new JsonObject { ["workspaceDir"] = _workspace() }), _stop.Token));
    }

    /// <summary>Stops both before runs are stopped, so that nothing starts a new one.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
            return;
        await _stop.CancelAsync().ConfigureAwait(false);
        await Jobs.DisposeAsync().ConfigureAwait(false);
        await _hookRuns.DisposeAsync().ConfigureAwait(false);
        await Heartbeats.DisposeAsync().ConfigureAwait(false);
        await _startup.WaitAsync(s_stopTimeout).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static CronSettings Settings(ConfigSnapshot snapshot, ConfigPaths paths)
    {
        var cron = snapshot.Config.Cron;
        var skipped = snapshot.Environment.IsTruthy("OPENCLAW_SKIP_CRON");
        return new CronSettings(
            cron.Store is { Length: > 0 } store ? Path.GetFullPath(paths.Expand(store), paths.StateDir) : Path.Combine(paths.StateDir, "cron", "jobs.json"),
            cron.Enabled && !skipped,
            cron.MaxConcurrentRuns);
    }
}
