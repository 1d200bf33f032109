using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpenClaw.Agents.Tests.Support;

/// <summary>A web server on a real loopback port: each path has an answer, unknown ones are 404.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Func<NetworkStream, Task>> _pages = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Task _loop;

    public WebServer()
    {
        _listener.Start();
        _loop = Task.Run(AcceptAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Heads of the requests, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public WebServer Page(string path, string body, string type = "text/html; charset=utf-8", int status = 200, string headers = "") =>
        Page(path, Encoding.UTF8.GetBytes(body), type, status, headers);

    public WebServer Page(string path, byte[] body, string type, int status = 200, string headers = "")
    {
        var head = $"HTTP/1.1 {status} X\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n{headers}Connection: close\r\n\r\n";
        return Page(path, async stream =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(head));
            await stream.WriteAsync(body);
        });
    }

    public WebServer Redirect(string path, string to, int status = 302) => Page(path, string.Empty, "text/plain", status, $"Location: {to}\r\n");

    public WebServer Page(string path, Func<NetworkStream, Task> answer)
    {
        _pages[path] = answer;
        return this;
    }

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
        await using var closing = _stop.Token.Register(client.Close);
        try
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            var head = new StringBuilder();
            while (await reader.ReadLineAsync() is { Length: > 0 } line)
                head.AppendLine(line);
            Requests.Enqueue(head.ToString());
            var path = head.ToString().Split(' ')[1].Split('?')[0];
            if (_pages.TryGetValue(path, out var answer))
                await answer(stream);
            else
                await stream.WriteAsync("HTTP/1.1 404 X\r\nContent-Length: 9\r\nConnection: close\r\n\r\nnot there"u8.ToArray());
        }
        catch (Exception problem) when (problem is IOException or ObjectDisposedException)
        {
            // The client under test hung up, which some tests want.
            return;
        }
    }
}
