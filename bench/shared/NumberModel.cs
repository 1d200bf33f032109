using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpenClaw.Bench.Channels;

/// <summary>
/// A model, in the wire format of OpenAI, that answers with the numbers it was given since its last answer: <c>«17»</c> is answered by
/// <c>[17]</c>. So an answer tells which messages it answers, however they were put together.
/// </summary>
internal sealed partial class NumberModel : IAsyncDisposable
{
    private static readonly byte[] s_head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _serving = [];
    private readonly Func<TimeSpan> _think;
    private readonly Task _accepting;
    private int _calls;

    /// <param name="think">How long an answer takes.</param>
    public NumberModel(Func<TimeSpan> think)
    {
        _think = think;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Calls so far.</summary>
    public int Calls => Volatile.Read(ref _calls);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_serving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    /// <summary>Numbers in a text, in order.</summary>
    public static IEnumerable<int> Asked(string text) => AskedPattern().Matches(text).Select(static m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));

    /// <summary>Numbers that an answer answers.</summary>
    public static IEnumerable<int> Answered(string text) => AnsweredPattern().Matches(text).Select(static m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            return;
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
                var buffer = new byte[64 * 1024];
                while (true)
                {
                    (var body, buffer) = await ReadRequestAsync(stream, buffer);
                    if (body is null)
                        return;
                    Interlocked.Increment(ref _calls);
                    await Task.Delay(_think(), _stop.Token);
                    await AnswerAsync(stream, string.Concat(Question(body).Select(static n => $"[{n}]")));
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // A gateway was killed.
                return;
            }
        }
    }

    private async Task<(byte[]? Body, byte[] Buffer)> ReadRequestAsync(NetworkStream stream, byte[] buffer)
    {
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var read = await stream.ReadAsync(buffer.AsMemory(length), _stop.Token);
            if (read == 0)
                return (null, buffer);
            length += read;
            var end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end < 0)
                continue;
            var head = Encoding.ASCII.GetString(buffer, 0, end);
            var at = head.IndexOf("Content-Length:", StringComparison.OrdinalIgnoreCase);
            var size = int.Parse(head[(at + 15)..].Split('\r')[0], CultureInfo.InvariantCulture);
            if (length >= end + 4 + size)
                return (buffer[(end + 4)..(end + 4 + size)], buffer);
        }
    }

    /// <summary>What users said after the last answer.</summary>
    private static IEnumerable<int> Question(byte[] body)
    {
        using var request = JsonDocument.Parse(body);
        var messages = request.RootElement.GetProperty("messages").EnumerateArray().ToList();
        var last = messages.FindLastIndex(static m => m.GetProperty("role").GetString() == "assistant");
        return [.. messages.Skip(last + 1).Where(static m => m.GetProperty("role").GetString() == "user").SelectMany(static m => Asked(Text(m.GetProperty("content")))).Distinct()];
    }

    private static string Text(JsonElement content) => content.ValueKind == JsonValueKind.String
        ? content.GetString()!
        : string.Concat(content.EnumerateArray().Select(static part => part.TryGetProperty("text", out var text) ? text.GetString() : null));

    private async Task AnswerAsync(NetworkStream stream, string text)
    {
        byte[] answer =
        [
            .. s_head,
            .. Chunk($$$"""{"choices":[{"index":0,"delta":{"content":"{{{text}}}"} } ] }"""),
            .. Chunk("""{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":10,"completion_tokens":1}}"""),
            .. Chunk("[DONE]"), .. "0\r\n\r\n"u8,
        ];
        await stream.WriteAsync(answer, _stop.Token);
    }

    private static byte[] Chunk(string data)
    {
        var text = $"data: {data}\n\n";
        return Encoding.ASCII.GetBytes($"{text.Length:x}\r\n{text}\r\n");
    }

    [GeneratedRegex("«([0-9]+)»")]
    private static partial Regex AskedPattern();

    [GeneratedRegex(@"\[([0-9]+)\]")]
    private static partial Regex AnsweredPattern();
}
