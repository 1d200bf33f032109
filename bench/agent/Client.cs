using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;

namespace OpenClaw.Bench.Agent;

/// <summary>
/// An operator on a socket. Frames are told apart by the bytes they contain: reading them any closer would be part of what is measured, and at
/// a hundred streaming runs would make this client too slow for the gateway's patience.
/// </summary>
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
        while (!Has(await client.NextAsync(), "\"hello-ok\""u8))
        {
        }

        return client;
    }

    /// <summary>One turn: time from the acceptance to the first piece of the answer, and to the end.</summary>
    public async Task<(TimeSpan FirstDelta, TimeSpan End)> TurnAsync(string session)
    {
        var id = $"run-{++_runs}-{Environment.ProcessId}";
        var mine = Encoding.UTF8.GetBytes(id);
        await SendAsync(Request(id, session, "hi"));
        long accepted = 0;
        TimeSpan first = default;
        while (true)
        {
            var frame = await NextAsync();
            var now = Stopwatch.GetTimestamp();
            if (!Has(frame, mine))
                continue;
            if (accepted == 0 && Has(frame, "\"accepted\""u8))
                accepted = now;
            else if (first == default && Has(frame, "\"stream\":\"assistant\""u8))
                first = Stopwatch.GetElapsedTime(accepted, now);
            else if (Has(frame, "\"state\":\"final\""u8))
                return (first, Stopwatch.GetElapsedTime(accepted, now));
            else if (Has(frame, "\"state\":\"error\""u8))
                throw new InvalidOperationException(Encoding.UTF8.GetString(frame.Span));
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
            if (Has(frame, "\"state\":\"error\""u8))
                throw new InvalidOperationException(Encoding.UTF8.GetString(frame.Span));
            if (Has(frame, "\"state\":\"final\""u8))
                ended++;
        }
    }

    public void Dispose() => _socket.Dispose();

    private static string Request(string id, string session, string message) =>
        $$$"""{"type":"req","id":"{{{id}}}","method":"agent","params":{"message":"{{{message}}}","sessionKey":"{{{session}}}","idempotencyKey":"{{{id}}}"}}""";

    private async Task SendAsync(string text) => await _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    private static bool Has(ReadOnlyMemory<byte> frame, ReadOnlySpan<byte> text) => frame.Span.IndexOf(text) >= 0;

    /// <summary>The next frame; valid until the one after it.</summary>
    private async Task<ReadOnlyMemory<byte>> NextAsync()
    {
        var length = 0;
        while (true)
        {
            var result = await _socket.ReceiveAsync(_buffer.AsMemory(length), CancellationToken.None);
            if (result.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException($"closed: {_socket.CloseStatusDescription}");
            length += result.Count;
            if (result.EndOfMessage)
                return _buffer.AsMemory(0, length);
        }
    }
}
