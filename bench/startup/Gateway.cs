using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace OpenClaw.Bench.Startup;

/// <summary>A gateway process and the clients that look at it.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    // Below the limit of unauthenticated sockets per address, so that the measure is memory and not the limiter.
    private const int Abreast = 8;

    // Mode cli leaves no presence entry behind, as an idle client of this kind would not.
    private static readonly byte[] s_connect = Encoding.UTF8.GetBytes(
        """{"type":"req","id":"1","method":"connect","params":{"minProtocol":3,"maxProtocol":3,"""
        + """ "client":{"id":"cli","version":"1","platform":"linux","mode":"cli"},"""
        + """ "auth":{"token":" """.TrimEnd() + BenchHome.Token + "\"}}}");

    private readonly Process _process;
    private readonly int _port;
    private readonly Stopwatch _sinceExec;
    private readonly List<ClientWebSocket> _idle = [];
    private bool _said;

    private Gateway(Process process, int port, Stopwatch sinceExec)
    {
        _process = process;
        _port = port;
        _sinceExec = sinceExec;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public long ResidentBytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
            return long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
    }

    public static Gateway Start(string binary, BenchHome home)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();

        // Through a shell, because only it can raise the limit of open files for what it starts.
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"ulimit -n 65536; exec \"$0\" gateway --port {port}", binary])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = home.Path;
        var watch = Stopwatch.StartNew();
        return new Gateway(Process.Start(start)!, port, watch);
    }

    /// <summary>Milliseconds to a hello-ok: from the start of the process the first time, from the connect afterwards.</summary>
    public async Task<double> UntilHelloAsync()
    {
        var watch = _said ? Stopwatch.StartNew() : _sinceExec;
        _said = true;
        while (true)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"the gateway ended with {_process.ExitCode}");
            // A TCP probe is cheap enough to try every half millisecond; a refused WebSocket is not.
            if (!Accepts())
            {
                await Task.Delay(TimeSpan.FromMicroseconds(500));
                continue;
            }
            using var socket = await ConnectAsync();
            if (socket is not null)
                return watch.Elapsed.TotalMilliseconds;
        }
    }

    /// <summary>Opens connections and leaves them alone; how many were admitted.</summary>
    public async Task<int> OpenIdleAsync(int count)
    {
        var left = count;
        await Task.WhenAll(Enumerable.Range(0, Abreast).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                if (await ConnectAsync() is not { } socket)
                    continue;
                lock (_idle)
                    _idle.Add(socket);
            }
        }));
        return _idle.Count;
    }

    private bool Accepts()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Connect(IPAddress.Loopback, _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>A connection that has said hello, or null when the gateway was not ready to answer.</summary>
    private async Task<ClientWebSocket?> ConnectAsync()
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{_port}/"), limit.Token);
            await socket.SendAsync(s_connect, WebSocketMessageType.Text, true, limit.Token);
            var buffer = new byte[32 * 1024];
            while (true)
            {
                var text = new StringBuilder();
                WebSocketReceiveResult result;
                do
                {
                    result = await socket.ReceiveAsync(buffer, limit.Token);
                    if (result.MessageType == WebSocketMessageType.Close)
                        throw new WebSocketException();
                    text.Append(Encoding.UTF8.GetString(buffer, 0, result.Count));
                }
                while (!result.EndOfMessage);
                if (text.ToString().Contains("\"hello-ok\"", StringComparison.Ordinal))
                    return socket;
                if (text.ToString().Contains("\"ok\":false", StringComparison.Ordinal))
                    throw new WebSocketException();
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            socket.Dispose();
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var socket in _idle)
            socket.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
