using OpenClaw.Agents.Tools.Web;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Status;
using OpenClaw.Channels.Supervision;
using OpenClaw.Gateway.Lifecycle;

namespace OpenClaw.Gateway.Channels;

/// <summary>
/// Composes the messaging channels: which there are, what their accounts live in, and in which order they start and stop. Owns them; one
/// instance per running gateway.
/// </summary>
internal sealed class ChannelParts : IAsyncDisposable
{
    private readonly GatewayOptions _options;
    private readonly MediaDownloads _downloads;
    private readonly ChannelNews _news;
    private Action<string> _note = static _ => { };

    /// <summary>Makes everything; nothing starts, no file is touched.</summary>
    /// <param name="options">Clock, logs, configuration.</param>
    /// <param name="publicWeb">Fetches what others name.</param>
    public ChannelParts(GatewayOptions options, GuardedHttp publicWeb)
    {
        _options = options;
        _downloads = new MediaDownloads(publicWeb, options.Paths);
        _news = new ChannelNews(options.Time);
        Supervision = new ChannelSupervision(options.Channels ?? [], options.Config, HostOf, options.Time, options.Loggers.CreateLogger("gateway/channels"));
        Status = new ChannelStatus(Supervision, options.Config, options.Time);
    }

    /// <summary>Which accounts there are and how they run.</summary>
    public ChannelSupervision Supervision { get; }

    /// <summary>What is told about them.</summary>
    public IChannelStatusSource Status { get; }

    /// <summary>Takes what channels receive.</summary>
    public IInboundIntake Intake { get; } = new ClosedIntake();

    /// <summary>Says where news go.</summary>
    /// <param name="note">To the main session.</param>
    /// <param name="changed">Something about the channels is not what it was.</param>
    public void Attach(Action<string> note, Action changed)
    {
        _note = note;
        _news.Target = changed;
    }

    /// <summary>Starts the channels, once clients can connect.</summary>
    public Task StartAsync() => Supervision.StartAsync();

    /// <summary>Config or credentials may have changed: the accounts that it is about follow.</summary>
    public void Follow() => Supervision.Follow();

    /// <summary>From here on nothing is received any more; what was accepted is still answered.</summary>
    public ValueTask StopReceivingAsync() => Supervision.DisposeAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopReceivingAsync().ConfigureAwait(false);
        _news.Dispose();
    }

    private AccountHost HostOf(IChannel channel, string accountId) => new()
    {
        Config = _options.Config,
        Paths = _options.Paths,
        Intake = Intake,
        Download = _downloads.FetchAsync,
        Time = _options.Time,
        Logger = _options.Loggers.CreateLogger($"gateway/channels/{channel.Description.Id}"),
        Note = text => _note(text),
        Changed = _news.Tell,
    };

    private sealed class ClosedIntake : IInboundIntake
    {
        public Task<bool> AcceptAsync(InboundEvent inbound, CancellationToken ct) => Task.FromResult(false);
    }
}
