using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace OpenClaw.Gateway.Tests.Support;

/// <summary>
/// A WebSocket client written by hand (RFC 6455), so that tests see every frame and close code as it is on the wire, and can send what
/// a well-behaved library would not.
/// </summary>
public sealed class TestClient : IAsyncDisposable
{
    private readonly TcpClient _tcp;
    private readonly NetworkStream _stream;
    private readonly Channel<JsonObject> _frames = Channel.CreateUnbounded<JsonObject>();
    private readonly TaskCompletionSource<(int Code, string Reason)> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _sending = new(1);
    private readonly List<JsonObject> _skipped = [];
    private readonly List<JsonObject> _seen = [];
    private readonly TaskCompletionSource<byte[]> _pong = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _reading = Task.CompletedTask;
    private int _nextId;

    private TestClient(TcpClient tcp)
    {
        _tcp = tcp;
        _stream = tcp.GetStream();
    }

    /// <summary>The status line of the upgrade response.</summary>
    public string Status { get; private set; } = "";

    /// <summary>Headers of the upgrade response.</summary>
    public string Head { get; private set; } = "";

    public bool Upgraded => Status.Contains(" 101 ", StringComparison.Ordinal);

    /// <summary>Completes with the server's close frame, or with 1006 when there was none.</summary>
    public Task<(int Code, string Reason)> Closed => _closed.Task.WaitAsync(s_patience, TestContext.Current.CancellationToken);

    /// <summary>Payload of the first pong.</summary>
    public Task<byte[]> Pong => _pong.Task.WaitAsync(s_patience, TestContext.Current.CancellationToken);

    /// <summary>Every frame that a test has taken or passed over so far, in order of arrival.</summary>
    public IReadOnlyList<JsonObject> Seen => _seen;

    /// <summary>The nonce of the challenge; read it first.</summary>
    public string Nonce { get; private set; } = "";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    public static async Task<TestClient> OpenAsync(IPAddress address, int port, IReadOnlyDictionary<string, string>? headers = null, bool read = true)
    {
        var ct = TestContext.Current.CancellationToken;
        var tcp = new TcpClient(address.AddressFamily) { NoDelay = true };
        if (!read)
            tcp.ReceiveBufferSize = 16 * 1024;
        await tcp.ConnectAsync(address, port, ct);
        var client = new TestClient(tcp);
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Host"] = $"127.0.0.1:{port}",
            ["Upgrade"] = "websocket",
            ["Connection"] = "Upgrade",
            ["Sec-WebSocket-Version"] = "13",
            ["Sec-WebSocket-Key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)),
        };
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
            all[name] = value;
        var request = new StringBuilder("GET / HTTP/1.1\r\n");
        foreach (var (name, value) in all)
            request.Append(name).Append(": ").Append(value).Append("\r\n");
        await client._stream.WriteAsync(Encoding.ASCII.GetBytes(request.Append("\r\n").ToString()), ct);
        await client.ReadHeadAsync(ct);
        if (client.Upgraded && read)
            client._reading = client.ReadAsync();
        return client;
    }

    /// <summary>Waits for the challenge, which is the first frame of every socket.</summary>
    public async Task<TestClient> ChallengedAsync()
    {
        var challenge = await NextAsync();
        Assert.Equal("connect.challenge", (string?)challenge["event"]);
        Nonce = (string)challenge["payload"]!["nonce"]!;
        return this;
    }

    /// <summary>The next frame, whatever it is.</summary>
    public async Task<JsonObject> NextAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(s_patience);
        var frame = await _frames.Reader.ReadAsync(limit.Token);
        _seen.Add(frame);
        return frame;
    }

    /// <summary>Lets go of what was seen, to measure memory.</summary>
    public void Forget()
    {
        _seen.Clear();
        _skipped.Clear();
    }

    /// <summary>Begins to read, for a client that was opened without reading.</summary>
    public void StartReading() => _reading = ReadAsync();

    /// <summary>The next frame that fits; others are kept for later calls.</summary>
    public async Task<JsonObject> NextAsync(Func<JsonObject, bool> fits)
    {
        if (_skipped.Find(f => fits(f)) is { } seen)
        {
            _skipped.Remove(seen);
            return seen;
        }
        while (true)
        {
            var frame = await NextAsync();
            if (fits(frame))
                return frame;
            _skipped.Add(frame);
        }
    }

    public Task<JsonObject> EventAsync(string name) => NextAsync(f => (string?)f["event"] == name);

    /// <summary>Every frame that has arrived and was not asked for.</summary>
    public IReadOnlyList<JsonObject> Rest()
    {
        while (_frames.Reader.TryRead(out var frame))
        {
            _seen.Add(frame);
            _skipped.Add(frame);
        }
        return _skipped;
    }

    /// <summary>Sends a request and waits for its answer.</summary>
    public async Task<JsonObject> RequestAsync(string method, JsonNode? parameters = null)
    {
        var id = await SendRequestAsync(method, parameters);
        return await AnswerAsync(id);
    }

    public async Task<string> SendRequestAsync(string method, JsonNode? parameters = null)
    {
        var id = $"r{Interlocked.Increment(ref _nextId)}";
        var frame = new JsonObject { ["type"] = "req", ["id"] = id, ["method"] = method };
        if (parameters is not null)
            frame["params"] = parameters;
        await SendTextAsync(frame.ToJsonString());
        return id;
    }

    public Task<JsonObject> AnswerAsync(string id) => NextAsync(f => (string?)f["type"] == "res" && (string?)f["id"] == id);

    public Task SendTextAsync(string text) => SendFrameAsync(0x81, Encoding.UTF8.GetBytes(text));

    public Task SendBinaryAsync(byte[] bytes) => SendFrameAsync(0x82, bytes);

    /// <summary>Sends one frame with this first byte, masked as a client must.</summary>
    public async Task SendFrameAsync(byte first, byte[] payload)
    {
        var mask = RandomNumberGenerator.GetBytes(4);
        var frame = new List<byte>(payload.Length + 14) { first };
        if (payload.Length < 126)
            frame.Add((byte)(0x80 | payload.Length));
        else if (payload.Length <= ushort.MaxValue)
        {
            frame.Add(0x80 | 126);
            frame.AddRange([(byte)(payload.Length >> 8), (byte)payload.Length]);
        }
        else
        {
            frame.Add(0x80 | 127);
            Span<byte> size = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(size, payload.Length);
            frame.AddRange(size);
        }
        frame.AddRange(mask);
        for (var i = 0; i < payload.Length; i++)
            frame.Add((byte)(payload[i] ^ mask[i % 4]));
        await _sending.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            await _stream.WriteAsync(frame.ToArray(), TestContext.Current.CancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Sends bytes as they are.</summary>
    public async Task SendRawAsync(byte[] bytes) => await _stream.WriteAsync(bytes, TestContext.Current.CancellationToken);

    /// <summary>Says goodbye and waits for the echo.</summary>
    public async Task<(int Code, string Reason)> CloseAsync(int code = 1000)
    {
        await SendFrameAsync(0x88, [(byte)(code >> 8), (byte)code]);
        return await Closed;
    }

    /// <summary>Cuts TCP without a word.</summary>
    public void Cut() => _tcp.Client.Close(0);

    public async ValueTask DisposeAsync()
    {
        _tcp.Dispose();
        await _reading;
        _sending.Dispose();
    }

    private async Task ReadHeadAsync(CancellationToken ct)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!head.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await _stream.ReadAsync(one, ct) == 0)
                break;
            head.Add(one[0]);
        }
        Head = Encoding.ASCII.GetString([.. head]);
        Status = Head.Split("\r\n")[0];
    }

    private async Task ReadAsync()
    {
        try
        {
            while (true)
            {
                var head = await ReadExactAsync(2);
                long length = head[1] & 0x7F;
                if (length == 126)
                    length = BinaryPrimitives.ReadUInt16BigEndian(await ReadExactAsync(2));
                else if (length == 127)
                    length = BinaryPrimitives.ReadInt64BigEndian(await ReadExactAsync(8));
                var payload = await ReadExactAsync((int)length);
                switch (head[0] & 0x0F)
                {
                    case 1:
                        Assert.Equal(0x81, head[0]);
                        _frames.Writer.TryWrite(JsonNode.Parse(payload)!.AsObject());
                        break;
                    case 8:
                        var code = payload.Length >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(payload) : 1005;
                        _closed.TrySetResult((code, payload.Length > 2 ? Encoding.UTF8.GetString(payload.AsSpan(2)) : ""));
                        _frames.Writer.TryComplete();
                        // A client answers a close frame, then the server ends TCP.
                        await SendFrameAsync(0x88, payload.Length >= 2 ? payload[..2] : []);
                        break;
                    case 10:
                        _pong.TrySetResult(payload);
                        break;
                    default:
                        break;
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            _closed.TrySetResult((1006, ""));
            _frames.Writer.TryComplete();
        }
    }

    private async Task<byte[]> ReadExactAsync(int count)
    {
        var buffer = new byte[count];
        await _stream.ReadExactlyAsync(buffer);
        return buffer;
    }
}
