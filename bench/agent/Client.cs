using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;

namespace OpenClaw.Bench.Agent;

/// <summary>An operator on a socket. Frames are told apart by what they contain: parsing them would be part of what is measured.</summary>
internal sealed class Client : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[256 * 1024];
    private int _runs;

    public static async Task<Client> ConnectAsync(Gateway gateway)
    {
        var client = new Client();
        await client._socket.ConnectAsync(new Uri($"ws://127.0.0.1:{gateway.Port}/"), CancellationToken.None);
        await client.SendAsync(
            """{"type":"req","id":"1","method":"connect","params":{"minProtocol":3,"maxProtocol":3,"client":{"id":"cli","version":"1","platform":"linux","mode":"cli"},"auth":{"token":" """.TrimEnd()
            + BenchHome.Token + "\"}}}");
        while (!(await client.NextAsync()).Contains("\"hello-ok\"", StringComparison.Ordinal))
        {
        }

        return client;
    }

    /// <summary>One turn: time from the acceptance to the first piece of the answer, and to the end.</summary>
    public async Task<(TimeSpan FirstDelta, TimeSpan End)> TurnAsync(string session)
    {
        var id = $"run-{++_runs}-{Environment.ProcessId}";
        await SendAsync(Request(id, session, "hi"));
        long accepted = 0;
        TimeSpan first = default;
        while (true)
        {
            var frame = await NextAsync();
            var now = Stopwatch.GetTimestamp();
            if (!frame.Contains(id, StringComparison.Ordinal))
                continue;
            if (accepted == 0 && frame.Contains("\"accepted\"", StringComparison.Ordinal))
                accepted = now;
            else if (first == default && frame.Contains("\"stream\":\"assistant\"", StringComparison.Ordinal))
                first = Stopwatch.GetElapsedTime(accepted, now);
            else if (frame.Contains("\"state\":\"final\"", StringComparison.Ordinal))
                return (first, Stopwatch.GetElapsedTime(accepted, now));
            else if (frame.Contains("\"state\":\"error\"", StringComparison.Ordinal))
                throw new InvalidOperationException(frame);
        }
    }

    /// <summary>Begins runs in as many sessions, and waits until each has ended.</summary>
    public async Task StreamAsync(int sessions, int pieces)
    {
        for (var i = 0; i < sessions; i++)
            await SendAsync(Request($"long-{i}", $"agent:main:bench-{i}", $"stream {pieces}"));
        for (var ended = 0; ended < sessions;)
        {
            var frame = await NextAsync();
            if (frame.Contains("\"state\":\"error\"", StringComparison.Ordinal))
                throw new InvalidOperationException(frame);
            if (frame.Contains("\"state\":\"final\"", StringComparison.Ordinal))
                ended++;
        }
    }

    public void Dispose() => _socket.Dispose();

    private static string Request(string id, string session, string message) =>
        $$$"""{"type":"req","id":"{{{id}}}","method":"agent","params":{"message":"{{{message}}}","sessionKey":"{{{session}}}","idempotencyKey":"{{{id}}}"}}""";

    private async Task SendAsync(string text) => await _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task<string> NextAsync()
    {
        var length = 0;
        while (true)
        {
            var result = await _socket.ReceiveAsync(_buffer.AsMemory(length), CancellationToken.None);
            if (result.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException($"closed: {_socket.CloseStatusDescription}");
            length += result.Count;
            if (result.EndOfMessage)
                return Encoding.UTF8.GetString(_buffer, 0, length);
        }
    }
}
