using System.Net;
using System.Net.Sockets;

namespace OpenClaw.Channels.Telegram.Api;

/// <summary>
/// Connections to the Bot API. A name with several addresses is tried in turn, the next one a little later, and the first that answers is
/// taken: an IPv6 that leads nowhere costs a moment and not the connection.
/// </summary>
internal static class BotConnections
{
    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_headStart = TimeSpan.FromMilliseconds(250);

    /// <param name="proxy">http, https, socks4, socks4a or socks5; null: none.</param>
    /// <param name="onlyIpv4">True: addresses of IPv6 are used only when there are no others.</param>
    public static HttpMessageHandler Open(Uri? proxy, bool onlyIpv4) => new SocketsHttpHandler
    {
        UseProxy = proxy is not null,
        Proxy = proxy is null ? null : Proxy(proxy),
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ActivityHeadersPropagator = null,
        ConnectTimeout = s_connectTimeout,
        // A new connection now and then follows changes of DNS; a poll lasts longer than the usual idle limit.
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        ConnectCallback = (context, ct) => ConnectAsync(context.DnsEndPoint, onlyIpv4, ct),
    };

    private static WebProxy Proxy(Uri address)
    {
        var proxy = new WebProxy(new UriBuilder(address) { UserName = string.Empty, Password = string.Empty }.Uri);
        if (address.UserInfo.Split(':', 2) is [{ Length: > 0 } user, .. var rest])
            proxy.Credentials = new NetworkCredential(Uri.UnescapeDataString(user), rest is [var password] ? Uri.UnescapeDataString(password) : string.Empty);
        return proxy;
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, bool onlyIpv4, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, ct).ConfigureAwait(false);
        if (onlyIpv4 && Array.Exists(addresses, IsIpv4))
            addresses = Array.FindAll(addresses, IsIpv4);
        using var race = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var running = new List<Task<Socket>>();
        var next = 0;
        Exception problem = new SocketException((int)SocketError.HostNotFound);
        while (next < addresses.Length || running.Count > 0)
        {
            if (next < addresses.Length)
                running.Add(ConnectAsync(addresses[next++], to.Port, race.Token));
            Task any = Task.WhenAny(running);
            if (next < addresses.Length)
                any = Task.WhenAny(any, Task.Delay(s_headStart, race.Token));
            await any.ConfigureAwait(false);
            if (running.Find(static t => t.IsCompletedSuccessfully) is { } won)
            {
                running.Remove(won);
                await race.CancelAsync().ConfigureAwait(false);
                _ = DropAsync(running);
                return new NetworkStream(await won.ConfigureAwait(false), ownsSocket: true);
            }

            foreach (var lost in running.Where(static t => t.IsCompleted).ToList())
            {
                problem = lost.Exception?.InnerException ?? problem;
                running.Remove(lost);
            }

            ct.ThrowIfCancellationRequested();
        }

        throw problem;
    }

    private static async Task<Socket> ConnectAsync(IPAddress address, int port, CancellationToken ct)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, port, ct).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // One that came through in the same moment as the winner.
    private static async Task DropAsync(IEnumerable<Task<Socket>> others)
    {
        foreach (var other in others)
        {
            await ((Task)other).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (other.IsCompletedSuccessfully)
                (await other.ConfigureAwait(false)).Dispose();
        }
    }

    private static bool IsIpv4(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork;
}
