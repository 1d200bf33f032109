using System.Text.Json;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Sidecars;

namespace OpenClaw.Channels.WhatsApp;

/// <summary>
/// Links an account to a phone. The sidecar keeps an older link until the phone has confirmed, and sees to the new connection that
/// WhatsApp asks for after that (515). When it is over the sidecar has let go of the account's files.
/// </summary>
internal sealed class WhatsAppLogin : ILogin
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    private readonly string _accountId;
    private readonly LoginRequest _request;
    private readonly SidecarHost _sidecar;
    private readonly AccountHost _host;
    private readonly CancellationTokenSource _stop;
    private readonly TaskCompletionSource<string> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<LoginEnd> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WhatsAppLogin(string accountId, LoginRequest request, SidecarHost sidecar, AccountHost host, CancellationToken ct)
    {
        (_accountId, _request, _sidecar, _host) = (accountId, request, sidecar, host);
        StartedAt = host.Time.GetUtcNow();
        _stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Completion = RunAsync(_stop.Token);
    }

    public event Action<string>? QrChanged;

    public DateTimeOffset StartedAt { get; }

    public string? Qr { get; private set; }

    public string? PairingCode { get; private set; }

    public Task<LoginEnd> Completion { get; }

    public Task<string> FirstAsync(CancellationToken ct) => _first.Task.WaitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await Completion.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task<LoginEnd> RunAsync(CancellationToken stop)
    {
        await Task.Yield();
        try
        {
            using var use = _sidecar.Use();
            var ready = await _sidecar.SessionAsync(stop).ConfigureAwait(false);
            return ready.Session is { } session
                ? await RunOnAsync(session, stop).ConfigureAwait(false)
                : new LoginEnd(false, ready.Fault!.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new LoginEnd(false, "The login was given up.");
        }
        finally
        {
            _first.TrySetCanceled(CancellationToken.None);
        }
    }

    private async Task<LoginEnd> RunOnAsync(SidecarSession session, CancellationToken stop)
    {
        using var route = session.Route(_accountId, Received);
        var reply = await session.RequestAsync("login.start", Write, s_limit, stop).ConfigureAwait(false);
        if (reply.Fault is { } fault)
            return new LoginEnd(false, Words(fault));
        if (reply.Result.Flag("linked") == true)
            return new LoginEnd(true, Linked(reply.Result.Object("self")?.Text("e164")));
        try
        {
            await Task.WhenAny(_done.Task, session.Ended).WaitAsync(stop).ConfigureAwait(false);
            return _done.Task.IsCompletedSuccessfully ? _done.Task.Result : new LoginEnd(false, "The WhatsApp sidecar ended during the login. Try again.");
        }
        finally
        {
            // The account is somebody else's now: what came in meanwhile is in its journal and is told again when it is started.
            await session.RequestAsync("account.stop", w => w.WriteString("accountId"u8, _accountId), s_limit, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private void Write(Utf8JsonWriter w)
    {
        var config = _host.Config();
        w.WriteString("accountId"u8, _accountId);
        w.WriteString("authDir"u8, WhatsAppAuth.Folder(config, _host.Paths, _accountId));
        w.WriteString("mode"u8, _request.Phone is null ? "qr"u8 : "code"u8);
        if (_request.Phone is { } phone)
            w.WriteString("phone"u8, phone);
        w.WriteBoolean("force"u8, _request.Force);
        WhatsAppSidecar.WriteConfig(w, config.Config.Web);
    }

    private bool Received(string method, JsonElement content)
    {
        switch (method)
        {
            case "login.qr" when content.Text("qr") is { } qr:
                Qr = qr;
                _first.TrySetResult(qr);
                QrChanged?.Invoke(qr);
                break;
            case "login.code" when content.Text("code") is { } code:
                PairingCode = code;
                _first.TrySetResult(code);
                break;
            case "login.done":
                _done.TrySetResult(content.Flag("ok") == true
                    ? new LoginEnd(true, Linked(content.Object("self")?.Text("e164")))
                    : new LoginEnd(false, Words(content.Text("reason"))));
                break;
        }

        return true;
    }

    private static string Linked(string? number) => number is null ? "WhatsApp is linked." : $"WhatsApp is linked as {number}.";

    private static string Words(string? reason) => reason switch
    {
        "cancelled" => "The login was given up.",
        "expired" => "Nobody scanned or typed the code in time. Start the login again.",
        "refused" => "WhatsApp refused the login. Look at the phone for a message, remove an old linked device if there are four, and try again.",
        "unreachable" => "WhatsApp could not be reached. Check the network of this machine and try again.",
        _ => "The login failed; the log says more (openclaw channels logs --channel whatsapp).",
    };

    private string Words(RpcFault fault) => fault.Detail("reason") == "authDirLocked"
        ? $"The login of WhatsApp account {_accountId} is in use by process {fault.Detail("pid") ?? "?"}. Stop that process first."
        : $"The login could not be started: {fault.Message}";
}
