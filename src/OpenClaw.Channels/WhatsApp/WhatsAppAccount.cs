using System.Text.Json;
using System.Threading.Channels;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Sidecars;

namespace OpenClaw.Channels.WhatsApp;

/// <summary>One linked device. The sidecar keeps its connection; this hands over what comes and goes and follows how it is.</summary>
internal sealed class WhatsAppAccount : IChannelAccount
{
    // The sidecar has at most its window outstanding, and a few states between.
    private const int MaxWaiting = WhatsAppSidecar.Window * 2;
    private static readonly TimeSpan s_requestLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_refusedPause = TimeSpan.FromSeconds(1);

    private readonly SidecarHost _sidecar;
    private readonly AccountHost _host;
    private readonly WhatsAppLink _link;
    private volatile SidecarSession? _session;

    public WhatsAppAccount(string accountId, SidecarHost sidecar, AccountHost host)
    {
        (AccountId, _sidecar, _host) = (accountId, sidecar, host);
        _link = new WhatsAppLink(accountId, host);
    }

    /// <inheritdoc/>
    public string AccountId { get; }

    /// <inheritdoc/>
    public AccountState State => _link.State;

    /// <inheritdoc/>
    public bool IsReady => _session is not null && _link.State.Connected;

    private string AuthDir => WhatsAppAuth.Folder(_host.Config(), _host.Paths, AccountId);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken stop)
    {
        using var use = _sidecar.Use();
        var ready = await ReadyAsync(stop).ConfigureAwait(false);
        if (ready.Session is not { } session)
            throw new AccountStoppedException(ready.Fault?.Message ?? "the WhatsApp sidecar is not running", ready.Fault?.RetryAfter);
        var arriving = Channel.CreateBounded<(string Method, JsonElement Content)>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
        using var route = session.Route(AccountId, (method, content) => arriving.Writer.TryWrite((method, content)));
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var ended = EndWhenAsync(session.Ended, arriving.Writer, over.Token);
        try
        {
            await StartAsync(session, stop).ConfigureAwait(false);
            _session = session;
            await ReadAsync(session, arriving.Reader, stop).ConfigureAwait(false);
            throw new IOException("the WhatsApp sidecar ended");
        }
        finally
        {
            _session = null;
            await over.CancelAsync().ConfigureAwait(false);
            await ended.ConfigureAwait(false);
            if (!session.Ended.IsCompleted)
                await session.RequestAsync("account.stop", w => w.WriteString("accountId"u8, AccountId), s_requestLimit, CancellationToken.None).ConfigureAwait(false);
            if (_link.State.Connected)
                _link.Waiting(null);
        }
    }

    /// <inheritdoc/>
    public Task<PartResult> SendAsync(OutboundPart part, string clientId, CancellationToken ct) =>
        _session is { } session ? new WhatsAppSender(session, AccountId, _host).SendAsync(part, clientId, ct) : Task.FromResult(PartResult.Failed(Unreached()));

    /// <inheritdoc/>
    public Task<ActionResult> ActAsync(ChannelAction action, CancellationToken ct) =>
        _session is { } session ? new WhatsAppActions(session, AccountId).ActAsync(action, ct) : Task.FromResult(new ActionResult(Unreached()));

    /// <inheritdoc/>
    public async Task<FetchedMedia> FetchAsync(InboundMedia media, long maxBytes, CancellationToken ct)
    {
        if (_session is not { } session)
            return new FetchedMedia(null, Problem: Unreached().Message);
        var reply = await session.RequestAsync(
            "media.fetch",
            w =>
            {
                w.WriteString("accountId"u8, AccountId);
                w.WritePropertyName("mediaRef"u8);
                media.Reference.WriteTo(w);
                w.WriteNumber("maxBytes"u8, maxBytes);
            },
            WhatsAppSidecar.MediaLimit,
            ct).ConfigureAwait(false);
        return reply.Ok
            ? new FetchedMedia(reply.Result.Text("path"), reply.Result.Text("mime") ?? media.Mime, media.FileName, reply.Result.Number("size") ?? 0)
            : new FetchedMedia(null, TooLarge: reply.Fault!.Code == WhatsAppFaults.TooLarge, Problem: reply.Fault.Message);
    }

    /// <inheritdoc/>
    public Task<ProbeResult?> ProbeAsync(TimeSpan timeout, CancellationToken ct) => Task.FromResult<ProbeResult?>(null);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private SendFault Unreached() => new(
        SendFaultKind.NotConnected, _link.State.Problem ?? $"WhatsApp account {AccountId} is not connected",
        _link.State.NextAttemptAt is { } next ? TimeSpan.FromMilliseconds(Math.Max(0, next - _host.Time.GetUtcNow().ToUnixTimeMilliseconds())) : null);

    /// <summary>Waits for the sidecar, and meanwhile shows what takes its time: an installation, a restart.</summary>
    private async Task<SidecarReadiness> ReadyAsync(CancellationToken stop)
    {
        void Show() => _link.Waiting(_sidecar.Problem);
        _sidecar.Changed += Show;
        try
        {
            Show();
            return await _sidecar.SessionAsync(stop).ConfigureAwait(false);
        }
        finally
        {
            _sidecar.Changed -= Show;
        }
    }

    private async Task StartAsync(SidecarSession session, CancellationToken stop)
    {
        var reply = await session.RequestAsync("account.start", w => WhatsAppSidecar.WriteStart(w, AccountId, AuthDir, _host.Config()), s_requestLimit, stop).ConfigureAwait(false);
        if (reply.Fault is not { } fault)
            return;
        if (fault.Code == WhatsAppFaults.NotLinked)
            throw new AccountStoppedException($"WhatsApp account {AccountId} is not linked. Link it: openclaw channels login --channel whatsapp --account {AccountId}");
        if (fault.Detail("reason") == "authDirLocked")
            throw new AccountStoppedException(
                $"the login of WhatsApp account {AccountId} is in use by process {fault.Detail("pid") ?? "?"}. Stop that process; two on one login push each other out", TimeSpan.FromMinutes(1));
        throw new IOException($"WhatsApp account {AccountId} could not be started: {fault.Message}");
    }

    private async Task ReadAsync(SidecarSession session, ChannelReader<(string Method, JsonElement Content)> arriving, CancellationToken stop)
    {
        var groups = new WhatsAppGroups(session, AccountId, _host.Time);
        await foreach (var (method, content) in arriving.ReadAllAsync(stop).ConfigureAwait(false))
        {
            switch (method)
            {
                case "account.state":
                    Follow(content);
                    break;
                case "inbound":
                    await TakeAsync(session, groups, content, stop).ConfigureAwait(false);
                    break;
                case "inbound.gap":
                    WhatsAppLog.Gap(_host.Logger, AccountId, content.Number("dropped") ?? 0, content.Text("reason") ?? "unknown");
                    _host.Note($"WhatsApp account {AccountId}: {content.Number("dropped")} messages were lost before they reached the gateway ({content.Text("reason")}).");
                    break;
            }
        }
    }

    /// <summary>Only what is in the journal is acknowledged; while nothing can be written, the sidecar keeps what comes.</summary>
    private async Task TakeAsync(SidecarSession session, WhatsAppGroups groups, JsonElement content, CancellationToken stop)
    {
        if (!content.TryGetProperty("event", out var happened) || content.Number("seq") is not { } seq)
            return;
        var inbound = WhatsAppMapping.Of(happened, AccountId, content.Flag("offline") == true, _link.Self);
        _link.Heard(inbound is { Kind: "message" });
        if (inbound is { ChatType: "group" })
            inbound = await groups.WithAsync(inbound, stop).ConfigureAwait(false);
        while (inbound is not null && !await _host.Intake.AcceptAsync(inbound, stop).ConfigureAwait(false))
            await Task.Delay(s_refusedPause, _host.Time, stop).ConfigureAwait(false);
        session.Notify("inbound.ack", w =>
        {
            w.WriteString("accountId"u8, AccountId);
            w.WriteNumber("through"u8, seq);
        });
    }

    private void Follow(JsonElement state)
    {
        var code = (int?)state.Number("code");
        var reason = state.Text("reason") ?? string.Empty;
        switch (state.Text("state"))
        {
            case "open":
                _link.Opened(WhatsAppMapping.Self(state));
                break;
            case "closed":
                _link.Closed(code, reason, (int)(state.Number("attempt") ?? 0), state.Number("nextRetryMs"), loggedOut: false);
                break;
            case "loggedOut":
                WhatsAppAuth.MarkLoggedOut(AuthDir);
                _link.Closed(WhatsAppCodes.LoggedOut, reason, 0, null, loggedOut: true);
                throw new AccountStoppedException(WhatsAppCodes.Words(WhatsAppCodes.LoggedOut, reason, AccountId));
            case "failed":
                _link.Closed(code, reason, (int)(state.Number("attempt") ?? 0), null, loggedOut: false);
                throw new AccountStoppedException(
                    WhatsAppCodes.Words(code, reason, AccountId), code == WhatsAppCodes.Replaced ? null : WhatsAppSidecar.GaveUpPause);
        }
    }

    private static async Task EndWhenAsync(Task ended, ChannelWriter<(string Method, JsonElement Content)> arriving, CancellationToken over)
    {
        await ended.WaitAsync(over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        arriving.TryComplete();
    }
}
