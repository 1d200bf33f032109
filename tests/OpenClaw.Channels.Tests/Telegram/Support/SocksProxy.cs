using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpenClaw.Channels.Tests.Telegram.Support;

/// <summary>A SOCKS 5 proxy that leads everything to one port of this machine.</summary>
internal sealed class SocksProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public SocksProxy(int target)
    {
        _listener.Start();
        _loop = ServeAsync(target);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The host the client wanted.</summary>
    public string? AskedFor { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ServeAsync(int target)
    {
        using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
        var stream = client.GetStream();
        var head = new byte[2];
        await stream.ReadExactlyAsync(head, _stop.Token);
        await stream.ReadExactlyAsync(new byte[head[1]], _stop.Token);
        await stream.WriteAsync(new byte[] { 5, 0 }, _stop.Token);

        // CONNECT to a name: 05 01 00 03 <length> <name> <port>
        var request = new byte[5];
        await stream.ReadExactlyAsync(request, _stop.Token);
        var name = new byte[request[4]];
        await stream.ReadExactlyAsync(name, _stop.Token);
        await stream.ReadExactlyAsync(new byte[2], _stop.Token);
        AskedFor = request[3] == 3 ? Encoding.ASCII.GetString(name) : null;
        using var server = new TcpClient();
        await server.ConnectAsync(IPAddress.Loopback, target, _stop.Token);
        await stream.WriteAsync(new byte[] { 5, 0, 0, 1, 127, 0, 0, 1, 0, 0 }, _stop.Token);
        var there = server.GetStream();
        await Task.WhenAny(stream.CopyToAsync(there, _stop.Token), there.CopyToAsync(stream, _stop.Token));
    }
}
