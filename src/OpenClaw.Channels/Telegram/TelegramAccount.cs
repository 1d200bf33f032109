using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Api.Types;
using OpenClaw.Channels.Telegram.Receiving;
using OpenClaw.Channels.Telegram.Sending;
using OpenClaw.Channels.Telegram.Setup;
using OpenClaw.Channels.Telegram.Stickers;

namespace OpenClaw.Channels.Telegram;

/// <summary>One bot.</summary>
internal sealed class TelegramAccount : IChannelAccount
{
    private readonly AccountHost _host;
    private readonly TelegramOptions _options;
    private readonly TelegramWebhooks _webhooks;
    private readonly TelegramSettings _settings;
    private readonly TelegramApi _api;
    private readonly TelegramStatus _status;
    private readonly TelegramConnector _connector;
    private readonly UpdateTaker _taker;
    private readonly PartSender _sender;
    private readonly ActionSender _actions;
    private readonly TelegramFiles _files;
    private volatile BotUser? _me;

    public TelegramAccount(string accountId, AccountHost host, TelegramOptions options, TelegramWebhooks webhooks, TelegramStickers stickers)
    {
        AccountId = accountId;
        (_host, _options, _webhooks) = (host, options, webhooks);
        var config = host.Config();
        _settings = new TelegramSettings(config, accountId);
        var token = TelegramToken.Find(config, accountId, options.Paths);
        _api = _settings.Connect(token, host.Time, options.Connections);
        _status = new TelegramStatus(accountId, host);
        _connector = new TelegramConnector(accountId, host, _status, token);
        var (sent, migration) = (new SentMessages(host.Time), new GroupMigration(accountId, host, options.Writer));
        _taker = new UpdateTaker(accountId, host, _api, _status, sent, stickers, migration);
        _sender = new PartSender(accountId, host, _api, new SendRate(host.Time), sent, migration);
        _actions = new ActionSender(accountId, host, _api, _sender, migration, stickers, () => _me);
        _files = new TelegramFiles(host, _api);
    }

    /// <inheritdoc/>
    public string AccountId { get; }

    /// <inheritdoc/>
    public AccountState State => _status.State;

    /// <inheritdoc/>
    public bool IsReady => _me is not null && State.Connected;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            var me = await _connector.UntilDoneAsync(ct => _api.GetMeAsync(ct), stop).ConfigureAwait(false);
            _me = _taker.Me = me;
            TelegramLog.Connected(_host.Logger, AccountId, me.Username ?? me.FirstName, _settings.WebhookUrl is null ? "polling" : "webhook");
            _host.Changed();
            await SetMenuAsync(stop).ConfigureAwait(false);
            await (_settings.WebhookUrl is null ? PollAsync(stop) : ServeAsync(stop)).ConfigureAwait(false);
        }
        finally
        {
            _status.Ended();
        }
    }

    /// <inheritdoc/>
    public async Task<PartResult> SendAsync(OutboundPart part, string clientId, CancellationToken ct) =>
        IsReady ? await _sender.SendAsync(part, ct).ConfigureAwait(false) : PartResult.Failed(NotConnected());

    /// <inheritdoc/>
    public async Task<ActionResult> ActAsync(ChannelAction action, CancellationToken ct) =>
        IsReady ? await _actions.ActAsync(action, ct).ConfigureAwait(false) : new ActionResult(NotConnected());

    /// <inheritdoc/>
    public Task<FetchedMedia> FetchAsync(InboundMedia media, long maxBytes, CancellationToken ct) => _files.FetchAsync(media, maxBytes, ct);

    /// <inheritdoc/>
    public async Task<ProbeResult?> ProbeAsync(TimeSpan timeout, CancellationToken ct) =>
        await TelegramProbe.AskAsync(_api, new TelegramSettings(_host.Config(), AccountId), _host.Time, timeout, ct).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task PollAsync(CancellationToken stop)
    {
        // A web hook of an earlier mode; what waits there is polled then.
        var hook = await _connector.UntilDoneAsync(ct => _api.GetWebhookInfoAsync(ct), stop).ConfigureAwait(false);
        if (hook.Url.Length > 0)
        {
            await _connector.UntilDoneAsync(ct => _api.DeleteWebhookAsync(ct), stop).ConfigureAwait(false);
            TelegramLog.WebhookRemoved(_host.Logger, AccountId);
        }

        var offsets = new OffsetFile(_host.Paths.StateDir, AccountId, _host.Logger);
        try
        {
            await new UpdatePoller(AccountId, _host, _api, _status, _connector, _taker, offsets).RunAsync(stop).ConfigureAwait(false);
        }
        finally
        {
            await offsets.FlushAsync().ConfigureAwait(false);
        }
    }

    private Task ServeAsync(CancellationToken stop) =>
        new WebhookKeeper(AccountId, _host, _api, _status, _connector, _taker, _webhooks).RunAsync(_settings, stop);

    private async Task SetMenuAsync(CancellationToken stop)
    {
        var (commands, dropped) = CommandMenu.Entries(_options.Commands(_host.Config(), AccountId), _settings);
        if (dropped > 0)
            TelegramLog.MenuCut(_host.Logger, AccountId, CommandMenu.Most, dropped);
        var set = await CommandMenu.SetAsync(_api, commands, stop).ConfigureAwait(false);
        if (set.Failure is { } failure)
            TelegramLog.MenuFailed(_host.Logger, AccountId, failure.Description);
    }

    private SendFault NotConnected() => new(
        SendFaultKind.NotConnected, $"Telegram account {AccountId} is not connected{(State.Problem is { } problem ? $": {problem}" : "")}");
}
