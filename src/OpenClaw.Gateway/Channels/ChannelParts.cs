using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Replies;
using OpenClaw.Agents.Tools.Web;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Media;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Pairing;
using OpenClaw.Channels.Status;
using OpenClaw.Channels.Supervision;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.ControlPlane.Methods;
using OpenClaw.Gateway.Conversations;
using OpenClaw.Gateway.Conversations.Channels;
using OpenClaw.Gateway.Lifecycle;
using OpenClaw.Protocol.Health;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Gateway.Channels;

/// <summary>
/// Composes the messaging channels: which there are, what their accounts live in, and in which order they start and stop. Owns them; one
/// instance per running gateway.
/// </summary>
internal sealed class ChannelParts : IAsyncDisposable
{
    private readonly GatewayOptions _options;
    private readonly string _journalFile;
    private readonly MediaDownloads _downloads;
    private readonly ChannelNews _news;
    private readonly IntakeGate _gate = new();
    private readonly OutboundMedia _media;
    private readonly MediaRetention _retention;
    private readonly JournalSweep _sweep;
    private readonly Outbox _outbox;
    private readonly RecentSends _sends;
    private readonly WhatsAppParts _whatsApp;
    private readonly WebLogin _logins;
    private ChannelConversations? _conversations;
    private InboundIntake? _intake;
    private Action<string> _note = static _ => { };
    private Func<IReadOnlyList<string>> _mediaRoots = static () => [];
    private int _opened;
    private int _disposed;

    /// <summary>Makes everything; nothing starts, no file is touched.</summary>
    /// <param name="options">Clock, logs, configuration.</param>
    /// <param name="publicWeb">Fetches what others name.</param>
    public ChannelParts(GatewayOptions options, GuardedHttp publicWeb)
    {
        _options = options;
        var (time, logger) = (options.Time, options.Loggers.CreateLogger("gateway/channels"));
        _journalFile = Path.Combine(options.Paths.StateDir, "journal", "messages.sqlite");
        _downloads = new MediaDownloads(publicWeb, options.Paths);
        _news = new ChannelNews(time);
        Journal = new SqliteMessageJournal(_journalFile, time);
        Telegram = new TelegramParts(options);
        _whatsApp = new WhatsAppParts(options);
        Supervision = new ChannelSupervision(options.Channels ?? [Telegram.Channel, _whatsApp.Channel], options.Config, HostOf, time, logger);
        _logins = new WebLogin(Supervision, options.Config, time);
        Status = new ChannelStatus(Supervision, options.Config, time);
        _media = new OutboundMedia(options.Paths, () => _mediaRoots(), _downloads.FetchAsync);
        _retention = new MediaRetention(MediaRetention.RulesOf(options.Paths), time, logger);
        _sweep = new JournalSweep(Journal, time, logger);
        _sends = new RecentSends(time);
        _outbox = new Outbox(new OutboxParts
        {
            Journal = Journal, Accounts = Supervision, Config = options.Config, Media = _media, Time = time, Logger = logger, Sent = _sends.Add,
        });
        var recipients = new Recipients(Supervision, options.Config);
        Delivery = options.Delivery ?? new ChannelDelivery(Supervision, recipients, _outbox, time);
        Actions = new MessageActions(Supervision, recipients, _outbox, options.Config, time);
    }

    /// <summary>Every message that was accepted or is to go out.</summary>
    public SqliteMessageJournal Journal { get; }

    /// <summary>Which accounts there are and how they run.</summary>
    public ChannelSupervision Supervision { get; }

    /// <summary>Bots on Telegram.</summary>
    public TelegramParts Telegram { get; }

    /// <summary>What is told about them.</summary>
    public IChannelStatusSource Status { get; }

    /// <summary>The way out.</summary>
    public IOutbox Outbox => _outbox;

    /// <summary>What can be done on channels.</summary>
    public MessageActions Actions { get; }

    /// <summary>The way out of runs, jobs and approvals.</summary>
    public IDelivery Delivery { get; }

    /// <summary>How the journal is; null while no channel is in use and none left anything.</summary>
    public HealthJournal? JournalHealth => Volatile.Read(ref _opened) == 0 ? null : new HealthJournal
    {
        Inbox = Journal.Counts.Inbox,
        Outbox = Journal.Counts.Outbox,
        Failed = Journal.Counts.Failed,
        Uncertain = Journal.Counts.Uncertain,
        Problem = Journal.Problem,
    };

    /// <summary>Connects the channels with the agents, and says where news go.</summary>
    /// <param name="conversations">Who answers.</param>
    /// <param name="note">To the main session.</param>
    /// <param name="changed">Something about the channels is not what it was.</param>
    public void Connect(ConversationParts conversations, Action<string> note, Action changed)
    {
        _mediaRoots = () => [.. conversations.Agents.Ids().SelectMany(id => MediaGate.Of(conversations.Agents, id).Roots).Distinct(StringComparer.Ordinal)];
        _conversations = ChannelConversationParts.Compose(
            conversations, Supervision, Outbox, Journal, _options.Time, _options.Loggers.CreateLogger("gateway/channels"));
        Telegram.Connect(conversations);
        _intake = new InboundIntake(new IntakeParts
        {
            Journal = Journal,
            Accounts = Supervision,
            Handler = _conversations,
            Config = _options.Config,
            Pairing = new PairingStore(_options.Paths.CredentialsDir, _options.Time),
            Outbox = Outbox,
            IsCommand = conversations.Inbound.Book.IsCommand,
            Keep = new InboundMediaStore(_options.Paths).Take,
            Time = _options.Time,
            Logger = _options.Loggers.CreateLogger("gateway/channels"),
            Sends = _sends,
        });
        _note = note;
        _news.Target = changed;
    }

    /// <summary>Registers all methods of the channels.</summary>
    public void Register(MethodTable table)
    {
        new ChannelsMethodHandlers(Status, Supervision, _options.Config, () => _options.Store?.Problem is null).Register(table);
        new WebLoginMethodHandlers(_logins, Supervision, _options.Config).Register(table);
        new ChannelsQueueHandlers(Journal, Outbox).Register(table);
    }

    /// <summary>Starts the channels, once clients can connect: what was left unfinished first.</summary>
    public async Task StartAsync()
    {
        OpenWhenNeeded();
        await Supervision.StartAsync().ConfigureAwait(false);
    }

    /// <summary>Config or credentials may have changed: the accounts that it is about follow.</summary>
    public void Follow()
    {
        OpenWhenNeeded();
        Supervision.Follow();
    }

    /// <summary>Housekeeping, every minute.</summary>
    public void Tidy()
    {
        Follow();
        if (Volatile.Read(ref _opened) != 0)
            _sweep.Run();
    }

    /// <summary>From here on nothing is received any more; what was accepted is still answered.</summary>
    public ValueTask StopReceivingAsync()
    {
        _gate.Close();
        return default;
    }

    /// <summary>Ends everything, the answers first and the journal last. Call when the runs have ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        _gate.Close();
        if (_intake is { } intake)
            await intake.DisposeAsync().ConfigureAwait(false);
        if (_conversations is { } conversations)
            await conversations.DisposeAsync().ConfigureAwait(false);
        await _outbox.DisposeAsync().ConfigureAwait(false);
        await _logins.DisposeAsync().ConfigureAwait(false);
        await Supervision.DisposeAsync().ConfigureAwait(false);
        await _whatsApp.DisposeAsync().ConfigureAwait(false);
        _media.Dispose();
        _news.Dispose();
        await _retention.DisposeAsync().ConfigureAwait(false);
        await _sweep.Completion.ConfigureAwait(false);
        await Journal.DisposeAsync().ConfigureAwait(false);
    }

    // A gateway without channels opens no journal and tidies nothing.
    private void OpenWhenNeeded()
    {
        if ((Supervision.Channels.Count == 0 && !File.Exists(_journalFile)) || Interlocked.Exchange(ref _opened, 1) != 0)
            return;
        _outbox.Start();
        _retention.Start();
        if (_intake is not { } intake)
            return;
        intake.Start();
        _gate.Open(intake);
    }

    private AccountHost HostOf(IChannel channel, string accountId) => new()
    {
        Config = _options.Config,
        Paths = _options.Paths,
        Intake = _gate,
        Download = _downloads.FetchAsync,
        Time = _options.Time,
        Logger = _options.Loggers.CreateLogger($"gateway/channels/{channel.Description.Id}"),
        Note = text => _note(text),
        Changed = _news.Tell,
    };
}
