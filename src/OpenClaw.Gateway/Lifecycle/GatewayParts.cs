using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Tools.Web;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Service;
using OpenClaw.Gateway.Automation;
using OpenClaw.Gateway.Channels;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.ControlPlane.Admission;
using OpenClaw.Gateway.ControlPlane.Devices;
using OpenClaw.Gateway.ControlPlane.Health;
using OpenClaw.Gateway.ControlPlane.Methods;
using OpenClaw.Gateway.ControlPlane.Nodes;
using OpenClaw.Gateway.ControlPlane.Presence;
using OpenClaw.Gateway.Conversations;
using OpenClaw.Gateway.Http;
using OpenClaw.Gateway.Http.OpenAi;
using OpenClaw.Gateway.Http.ToolsInvoke;
using OpenClaw.Gateway.Tools;
using OpenClaw.Gateway.Tools.Execution;
using OpenClaw.Operations.Logging;
using OpenClaw.Operations.Processes;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Gateway.Lifecycle;

/// <summary>Composes the gateway: every owner of state, made once and wired by hand. Starts and ends them in order.</summary>
internal sealed class GatewayParts : IAsyncDisposable
{
    private readonly GatewayOptions _options;
    private readonly Maintenance _maintenance;
    private readonly DevicePairingStore _devices;
    private readonly NodePairingStore _pairedNodes;
    private readonly PresencePublisher _publisher;

    public GatewayParts(GatewayOptions options, BindPlan bind)
    {
        _options = options;
        var (time, loggers, paths) = (options.Time, options.Loggers, options.Paths);
        var logger = loggers.CreateLogger("gateway");
        Broadcaster = new Broadcaster();
        Methods = new MethodTable();
        Presence = new PresenceBoard(OwnPresence.Describe(), time);
        _devices = new DevicePairingStore(paths.DevicesDir, time, loggers.CreateLogger("gateway/devices"));
        Nodes = new NodeRegistry(Broadcaster, time);
        Subscriptions = new NodeSubscriptions();
        Idempotency = new IdempotencyCache(time);
        PublicWeb = new GuardedHttp(time, options.Network);
        Channels = new ChannelParts(options, PublicWeb);
        Conversations = new ConversationParts(
            options.Config, paths, Broadcaster, Subscriptions.Of, Idempotency, time, loggers.CreateLogger("gateway/agent"));
        var delivery = Channels.Delivery;
        Automation = new AutomationParts(
            options.Config, paths, Conversations, delivery, Broadcaster, time, loggers.CreateLogger("gateway/automation"));
        Execution = new ExecutionParts(
            Conversations, Broadcaster, Automation.Heartbeats, delivery, Conversations.Context.Skills.Bins, time, loggers.CreateLogger("gateway/exec"));
        Conversations.Inbound.Add(Execution, Conversations.Agents);
        Health = new HealthMonitor(
            new HealthReporter(Conversations.Agents, Conversations.Sessions, Channels.Status, () => Channels.JournalHealth, time),
            options.Versions,
            Broadcaster,
            time,
            loggers.CreateLogger("gateway/health"));
        _publisher = new PresencePublisher(Presence, options.Versions, Broadcaster, time);
        _pairedNodes = new NodePairingStore(paths.NodesDir, time, loggers.CreateLogger("gateway/nodes"));
        var desk = new NodeDesk(options.Config, _pairedNodes);
        var refusals = new RefusalLog(loggers.CreateLogger("gateway/ws"), time);
        var limiter = new FailureLimiter(time);
        var tailscale = new TailscaleIdentity(options.Whois ?? new TailscaleWhois(time));
        var handshake = new Handshake(
            options.Config,
            options.Auth,
            _devices,
            limiter,
            tailscale,
            Broadcaster,
            time,
            loggers.CreateLogger("gateway/ws"));
        RegisterMethods(options, desk);
        Tools = new ToolParts(options, Conversations, Methods, Channels);
        Conversations.Inbound.Add(Tools.Subagents, Conversations.Sessions);
        new SendMethodHandlers(Channels.Actions, Conversations.Agents, Conversations.Access, Tools.Mirror, Idempotency).Register(Methods);

        var traffic = Traffic(options);
        Broadcaster.Published = name => traffic.Event(name);
        Hub = new ConnectionHub(new HubParts
        {
            Time = time,
            Logger = loggers.CreateLogger("gateway/ws"),
            Config = options.Config,
            LoopbackBind = bind.IsLoopback,
            Handshake = handshake,
            Dispatcher = new RequestDispatcher(Methods, traffic, time, loggers.CreateLogger("gateway/ws")),
            Refusals = refusals,
            Limits = options.Limits,
            Events = new Reception(
                new HelloWriter(
                    Methods, Presence, Health, options.Versions, options.Limits, new GatewayPlace(paths.ConfigFile, paths.StateDir),
                    SessionDefaults, time),
                Broadcaster, Presence, options.Versions, Health, Nodes, Subscriptions, desk, _publisher, time, loggers.CreateLogger("gateway/ws")),
        });
        var trim = new IdleTrim(Hub, Conversations.Runner, static () => Environment.WorkingSet, GiveBackMemory);
        _maintenance = new Maintenance(
            Broadcaster,
            trim.Settled,
            [
                ("health refresh", () => Health.RefreshSoon(probe: true)),
                ("idempotency sweep", Idempotency.Sweep),
                ("refusal summary", refusals.Roll),
                ("device state", _devices.Flush),
                ("node state", _pairedNodes.Flush),
                ("channels", Channels.Tidy),
                ("chat expiry", Conversations.Inbound.Desk.Sweep),
                ("memory", trim.Run),
            ],
            time,
            logger);
        HttpAuth = new BearerAuth(options.Config, options.Auth, limiter, tailscale);
        HttpBodies = new JsonBody(time);
        Resources = new ResourceParts(Conversations, PublicWeb, time);
        var models = new HttpApis(Conversations, HttpAuth, HttpBodies, new PublicFetch(PublicWeb).GetAsync, options.Config, time, loggers.CreateLogger("gateway/http"));
        var invoke = new ToolsInvokeApi(Conversations, HttpAuth, HttpBodies, time, loggers.CreateLogger("gateway/http"));
        Pages =
        [
            new Probes(Failing, time).TryServeAsync, Automation.Page, Channels.Telegram.Page, invoke.TryServeAsync, .. models.Pages, new WebChatPage().TryServeAsync,
        ];
    }

    public Broadcaster Broadcaster { get; }

    public MethodTable Methods { get; }

    public PresenceBoard Presence { get; }

    public HealthMonitor Health { get; }

    public NodeRegistry Nodes { get; }

    public NodeSubscriptions Subscriptions { get; }

    public IdempotencyCache Idempotency { get; }

    /// <summary>Jobs and heartbeats.</summary>
    public AutomationParts Automation { get; }

    /// <summary>Messaging channels.</summary>
    public ChannelParts Channels { get; }

    /// <summary>Sessions, models and runs.</summary>
    public ConversationParts Conversations { get; }

    /// <summary>The web, pictures, tool servers and memory.</summary>
    public ResourceParts Resources { get; }

    /// <summary>What agents can do.</summary>
    public ToolParts Tools { get; }

    /// <summary>Files, commands and approvals.</summary>
    public ExecutionParts Execution { get; }

    public ConnectionHub Hub { get; }

    public DevicePairingStore Devices => _devices;

    public IReadOnlyList<HttpPage> Pages { get; }

    /// <summary>Lets holders of the gateway's secret use the HTTP APIs.</summary>
    public BearerAuth HttpAuth { get; }

    /// <summary>Reads request bodies.</summary>
    public JsonBody HttpBodies { get; }

    /// <summary>Fetches what others name, from public addresses only.</summary>
    public GuardedHttp PublicWeb { get; }

    /// <summary>Starts what runs by itself; from here on a connect is decided.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_options.Store is { } store)
            store.Changed += OnConfigChanged;
        _maintenance.Start();
        Automation.Start();
        await Conversations.Recovery.RunAsync(cancellationToken).ConfigureAwait(false);
        Tools.Start();
        Hub.IsReady = true;
        await Channels.StartAsync().ConfigureAwait(false);
        Health.RefreshSoon(probe: true);
    }

    /// <summary>The config in force changed: connections of a secret that no longer holds end.</summary>
    public void ConfigChanged()
    {
        var current = SecretStamps.Of(GatewayAuth.Resolve(_options.Config(), _options.Auth));
        Hub.CloseWhere(c => c.SecretStamp is { } stamp && stamp != current, CloseReason.AuthChanged);
        Channels.Follow();
        Health.RefreshSoon(probe: false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_options.Store is { } store)
            store.Changed -= OnConfigChanged;
        await _maintenance.DisposeAsync().ConfigureAwait(false);
        await Automation.DisposeAsync().ConfigureAwait(false);
        await Health.DisposeAsync().ConfigureAwait(false);
        await Hub.DisposeAsync().ConfigureAwait(false);
        _publisher.Dispose();
        await Tools.DisposeAsync().ConfigureAwait(false);
        await Execution.DisposeAsync().ConfigureAwait(false);
        await Channels.DisposeAsync().ConfigureAwait(false);
        await Conversations.DisposeAsync().ConfigureAwait(false);
        await Resources.DisposeAsync().ConfigureAwait(false);
        PublicWeb.Dispose();
        _devices.Flush();
        _pairedNodes.Flush();
    }

    private IReadOnlyList<string> Failing() => [.. Hub.IsReady ? [] : (string[])["starting"], .. Channels.Journal.Problem is null ? [] : (string[])["journal"]];

    private void OnConfigChanged(ConfigSnapshot before, ConfigSnapshot after) => ConfigChanged();

    private void RegisterMethods(GatewayOptions options, NodeDesk desk)
    {
        var (time, agents) = (options.Time, Conversations);
        void Close(Func<Connection, bool> ended, CloseReason reason) => Hub.CloseWhere(ended, reason);
        void NoteMainSession(string text) => agents.Notes.Enqueue(SessionKeys.ForMain(agents.Agents.DefaultId, agents.Agents.KeyRules), text);

        Channels.Connect(agents, NoteMainSession, () => Health.RefreshSoon(probe: false));
        Channels.Register(Methods);
        new PresenceMethodHandlers(Presence, options.Versions, _publisher, NoteMainSession).Register(Methods);
        new HealthMethodHandlers(Health, new StatusReporter(agents.Agents, agents.Sessions, agents.Models, agents.Notes, Channels.Status, time)).Register(Methods);
        Automation.Register(Methods);
        new LogsMethodHandlers(options.LogFile ?? (() => "")).Register(Methods);
        new DevicesMethodHandlers(_devices, Broadcaster, Close).Register(Methods);
        new NodePairMethodHandlers(_pairedNodes, _devices, Broadcaster).Register(Methods);
        new NodesMethodHandlers(
            new NodeRows(_devices, Nodes), Nodes, desk, new NodeEvents(Subscriptions, new NodeTalk(agents, agents.Notes, Automation.Heartbeats))).Register(Methods);
        agents.Register(Methods);
        Execution.Register(Methods, Nodes);
        agents.Context.Register(Methods, options.Store);
        if (options.Store is { } store)
        {
            var restarts = options.Restarts ?? new NextStartOnly();
            agents.Inbound.Add(options.Config, store, options.Restarts);
            new ConfigMethodHandlers(new ConfigService(options.Paths, options.Environment, store, restarts, time)).Register(Methods);
        }
    }

    private static void GiveBackMemory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        ProgramPages.GiveBack();
    }

    private static WebSocketLog Traffic(GatewayOptions options) =>
        options.Traffic ?? new WebSocketLog(options.Loggers.CreateLogger(WebSocketLog.Category), WebSocketLogStyle.Auto, verbose: false);

    private HelloSessionDefaults SessionDefaults()
    {
        var agents = Conversations.Agents;
        return new HelloSessionDefaults
        {
            DefaultAgentId = agents.DefaultId,
            MainKey = SessionKeys.Main,
            MainSessionKey = SessionKeys.ForMain(agents.DefaultId, agents.KeyRules),
            Scope = agents.Config.Session.Scope,
        };
    }
}
