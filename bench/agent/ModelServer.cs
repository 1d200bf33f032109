using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpenClaw.Bench.Agent;

/// <summary>
/// A model that answers at once, in the wire format of OpenAI: no framework between the request and its first piece, so that what is measured
/// is the gateway. A prompt with <c>stream N</c> in it gets N pieces, one every 20 ms.
/// </summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private static readonly byte[] s_head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray();
    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(20);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private long _lastOwnTicks;

    public ModelServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>From the last byte of the last request to the first piece on its way.</summary>
    public TimeSpan LastOwnTime => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref _lastOwnTicks));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            try
            {
                var stream = client.GetStream();
                var buffer = new byte[512 * 1024];
                while (await ReadRequestAsync(stream, buffer) is { } body)
                    await AnswerAsync(stream, body, Stopwatch.GetTimestamp());
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<string?> ReadRequestAsync(NetworkStream stream, byte[] buffer)
    {
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), _stop.Token);
            if (read == 0)
                return null;
            length += read;
            var end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end < 0)
                continue;
            var head = Encoding.ASCII.GetString(buffer, 0, end);
            var at = head.IndexOf("Content-Length:", StringComparison.OrdinalIgnoreCase);
            var size = int.Parse(head[(at + 15)..].Split('\r')[0], CultureInfo.InvariantCulture);
            if (length >= end + 4 + size)
                return Encoding.UTF8.GetString(buffer, end + 4, size);
        }
    }

    private async Task AnswerAsync(NetworkStream stream, string body, long arrived)
    {
        var pieces = Pieces(body);
        await stream.WriteAsync((byte[])[.. s_head, .. Piece("Hello")], _stop.Token);
        Interlocked.Exchange(ref _lastOwnTicks, Stopwatch.GetTimestamp() - arrived);
        for (var i = 1; i < pieces; i++)
        {
            await Task.Delay(s_pace, _stop.Token);
            await stream.WriteAsync(Piece(" and on it goes"), _stop.Token);
        }

        byte[] end =
        [
            .. Chunk("""{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":10,"completion_tokens":1}}"""),
            .. Chunk("[DONE]"), .. "0\r\n\r\n"u8,
        ];
        await stream.WriteAsync(end, _stop.Token);
    }

    private static int Pieces(string body)
    {
        var at = body.LastIndexOf("stream ", StringComparison.Ordinal);
        var digits = at < 0 ? string.Empty : new string([.. body[(at + 7)..].TakeWhile(char.IsAsciiDigit)]);
        return digits.Length == 0 ? 1 : int.Parse(digits, CultureInfo.InvariantCulture);
    }

    private static byte[] Piece(string text) => Chunk($$$"""{"choices":[{"index":0,"delta":{"content":"{{{text}}}"}}]}""");

    private static byte[] Chunk(string data)
    {
        var text = $"data: {data}\n\n";
        return Encoding.ASCII.GetBytes($"{text.Length:x}\r\n{text}\r\n");
    }
}
