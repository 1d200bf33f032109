using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Qr;
using OpenClaw.Configuration;
using OpenClaw.Protocol.WebLogin;

namespace OpenClaw.Gateway.Channels;

/// <summary>
/// Logins that clients begin and wait for (spec 10 §1.6): one per account. A link that works is looked at before anything is stopped;
/// the account is out of service only while a login really goes on, and is started again when it is over, however it ended.
/// </summary>
/// <param name="accounts">Takes the account out of service.</param>
/// <param name="config">The config in force.</param>
/// <param name="time">Clock.</param>
internal sealed class WebLogin(IAccountControl accounts, Func<ConfigSnapshot> config, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(3);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, WebLoginSession> _sessions = new(StringComparer.Ordinal);

    /// <summary>Begins a login, or shows the newest code of the one that goes on. Failures are messages.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="accountId">Account.</param>
    /// <param name="request">By picture or by code; anew or not.</param>
    /// <param name="patience">How long to wait for the first code.</param>
    /// <param name="ct">Stops waiting; the login goes on.</param>
    public async Task<WebLoginStartResult> StartAsync(
        ILinkableChannel channel, string accountId, LoginRequest request, TimeSpan patience, CancellationToken ct)
    {
        WebLoginSession session;
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            if (_sessions.GetValueOrDefault(accountId) is { } known && known.Goes(s_lifetime, time) && known.IsByCode == (request.Phone is not null))
                session = known;
            else
            {
                await EndAsync(accountId).ConfigureAwait(false);
                if (!request.Force && channel.Link(config(), accountId) is { IsLinked: true } link)
                    return new WebLoginStartResult { Message = $"{channel.Description.Label} is already linked{(link.E164 is { } number ? $" as {number}" : "")}. Use force to link it anew." };
                session = await WebLoginSession.BeginAsync(channel, accountId, request, accounts, ct).ConfigureAwait(false);
                _sessions[accountId] = session;
            }
        }
        finally
        {
            _turn.Release();
        }

        return await session.ShownAsync(patience, time, ct).ConfigureAwait(false) ? Shown(session.Login) : await NothingAsync(channel, session, patience).ConfigureAwait(false);
    }

    /// <summary>Waits for the end of a login. Not in time: the login goes on.</summary>
    public async Task<WebLoginWaitResult> WaitAsync(string accountId, TimeSpan patience, CancellationToken ct)
    {
        WebLoginSession? session;
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            session = _sessions.GetValueOrDefault(accountId);
            if (session is null)
                return new WebLoginWaitResult { Connected = false, Message = "No login is going on. Start one first." };
            if (!session.Over.IsCompleted && !session.Goes(s_lifetime, time))
            {
                await EndAsync(accountId).ConfigureAwait(false);
                return new WebLoginWaitResult { Connected = false, Message = "The login expired. Start it again." };
            }
        }
        finally
        {
            _turn.Release();
        }

        try
        {
            var end = await session.Over.WaitAsync(patience, time, ct).ConfigureAwait(false);
            return new WebLoginWaitResult { Connected = end.Ok, Message = end.Message };
        }
        catch (TimeoutException)
        {
            return new WebLoginWaitResult { Connected = false, Pending = true, Message = "Still waiting for the phone. The code that was started last counts." };
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var session in _sessions.Values)
            await session.DisposeAsync().ConfigureAwait(false);
        _sessions.Clear();
    }

    private static WebLoginStartResult Shown(ILogin login) => login.PairingCode is { } code
        ? new WebLoginStartResult { Message = "On the phone: Linked devices, Link a device, Link with phone number instead. Type this code.", PairingCode = code }
        : new WebLoginStartResult { Message = "On the phone: Linked devices, Link a device. Scan this picture.", Qr = login.Qr, QrDataUrl = QrPicture.DataUrl(login.Qr!) };

    private static async Task<WebLoginStartResult> NothingAsync(ILinkableChannel channel, WebLoginSession session, TimeSpan patience)
    {
        if (session.Login.Completion.IsCompleted)
            return new WebLoginStartResult { Message = (await session.Over.ConfigureAwait(false)).Message };
        return new WebLoginStartResult
        {
            Message = $"{channel.Description.Label} gave no code within {patience.TotalSeconds:0} s; the login goes on (a first installation takes its time). Ask again.",
        };
    }

    private async Task EndAsync(string accountId)
    {
        if (_sessions.Remove(accountId, out var session))
            await session.DisposeAsync().ConfigureAwait(false);
    }
}
