using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpenClaw.Agents.Tests.Support;

/// <summary>
/// A model server on a real loopback port that does what the test says: each request is answered by the next step of the script, the last
/// one repeats.
/// </summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Func<ModelExchange, Task>> _script;
    private readonly Task _loop;
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly ConcurrentQueue<ModelExchange> _seen = new();
    private Func<ModelExchange, Task> _last;
    private int _atOnce;
    private int _peak;

    public ModelServer(params Func<ModelExchange, Task>[] script)
    {
        _script = new ConcurrentQueue<Func<ModelExchange, Task>>(script);
        _last = static exchange => exchange.OpenAiAsync("pong");
        _listener.Start();
        _loop = Task.Run(AcceptAsync);
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public IReadOnlyList<ModelExchange> Requests => [.. _seen];

    /// <summary>Most requests that were open at the same time.</summary>
    public int Peak => Volatile.Read(ref _peak);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        await Task.WhenAll(_connections).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _connections.Add(Task.Run(() => ServeAsync(client)));
            }
        }
        catch (Exception problem) when (problem is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            return;
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        var stream = client.GetStream();
        await using var closing = _stop.Token.Register(client.Close);
        var (path, headers, body) = await ReadAsync(stream);
        if (path is null)
            return;
        var answered = 0;
        var exchange = new ModelExchange(stream, path, headers, body.Length == 0 ? "{}" : body, Answered);
        _seen.Enqueue(exchange);
        if (_script.TryDequeue(out var step))
            _last = step;
        else
            step = _last;
        var now = Interlocked.Increment(ref _atOnce);
        for (var peak = Peak; now > peak; peak = Peak)
            Interlocked.CompareExchange(ref _peak, now, peak);
        await step(exchange);
        Answered();

        void Answered()
        {
            if (Interlocked.Exchange(ref answered, 1) == 0)
                Interlocked.Decrement(ref _atOnce);
        }
    }

    private static async Task<(string? Path, Dictionary<string, string> Headers, string Body)> ReadAsync(NetworkStream stream)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var bytes = new List<byte>();
        var one = new byte[1];
        while (!EndsHead(bytes))
        {
            if (await stream.ReadAsync(one) == 0)
                return (null, headers, string.Empty);
            bytes.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. bytes]).Split("\r\n");
        foreach (var line in lines.Skip(1).Where(static line => line.Contains(':')))
            headers[line[..line.IndexOf(':')]] = line[(line.IndexOf(':') + 1)..].Trim();
        var length = headers.TryGetValue("Content-Length", out var text) ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 0;
        var body = new byte[length];
        await stream.ReadExactlyAsync(body);
        return (lines[0].Split(' ')[1], headers, Encoding.UTF8.GetString(body));
    }

    private static bool EndsHead(List<byte> bytes) =>
        bytes.Count >= 4 && bytes[^1] == '\n' && bytes[^2] == '\r' && bytes[^3] == '\n' && bytes[^4] == '\r';
}
