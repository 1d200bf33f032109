using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>A raw client socket that keeps everything it receives.</summary>
internal sealed class ReplayConnection : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Action<JsonObject> _onEvent;
    private readonly Lock _lock = new();
    private readonly List<JsonObject> _frames = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (int Code, string Reason)? _close;
    private Task _receiving = Task.CompletedTask;

    private ReplayConnection(Action<JsonObject> onEvent) => _onEvent = onEvent;

    public IReadOnlyList<JsonObject> Frames
    {
        get
        {
            lock (_lock)
                return [.. _frames];
        }
    }

    public IEnumerable<JsonObject> Events => Frames.Where(f => f["type"]!.GetValue<string>() == "event");

    /// <summary>Code and reason once the connection is closed; 1006 when it ended without a close frame.</summary>
    public (int Code, string Reason)? Closed
    {
        get
        {
            lock (_lock)
                return _close;
        }
    }

    public JsonObject? Challenge => Events.FirstOrDefault(e => e["event"]!.GetValue<string>() == "connect.challenge");

    public JsonObject? Hello => Frames
        .FirstOrDefault(f => f["payload"] is JsonObject payload && payload["type"]?.ToString() == "hello-ok")?["payload"] as JsonObject;

    public static async Task<ReplayConnection> OpenAsync(Uri uri, JsonObject? headers, Action<JsonObject> onEvent, CancellationToken ct)
    {
        var connection = new ReplayConnection(onEvent);
        foreach (var (name, value) in headers ?? [])
            connection._socket.Options.SetRequestHeader(name, value!.GetValue<string>());
        connection._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await connection._socket.ConnectAsync(uri, ct);
        connection._receiving = connection.ReceiveAsync(connection._stop.Token);
        return connection;
    }

    public async Task SendAsync(string text, WebSocketMessageType type, CancellationToken ct) =>
        await _socket.SendAsync(Encoding.UTF8.GetBytes(text), type, endOfMessage: true, ct);

    /// <summary>The client's own close; the answer to it is what <see cref="Closed"/> then shows.</summary>
    public async Task CloseAsync(CancellationToken ct)
    {
        try
        {
            if (_socket.State == WebSocketState.Open)
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", ct);
        }
        catch (WebSocketException)
        {
            // The other side was faster; how it closed is what is compared.
        }
    }

    /// <summary>True once the condition holds; false when it does not within the time.</summary>
    public async Task<bool> WaitAsync(Func<ReplayConnection, bool> condition, TimeSpan within, CancellationToken ct)
    {
        var deadline = Task.Delay(within, ct);
        while (true)
        {
            Task changed;
            lock (_lock)
                changed = _changed.Task;
            if (condition(this))
                return true;
            // What came between the look and the close still counts.
            if (Closed is not null)
                return condition(this);
            if (await Task.WhenAny(changed, deadline) == deadline)
                return condition(this);
        }
    }

    private async Task ReceiveAsync(CancellationToken ct)
    {
        var message = new ArrayBufferWriter<byte>();
        try
        {
            while (true)
            {
                var result = await _socket.ReceiveAsync(message.GetMemory(16 * 1024), ct);
                if (result.MessageType == WebSocketMessageType.Close)
                {
                    SetClosed((int)_socket.CloseStatus!.Value, _socket.CloseStatusDescription ?? "");
                    if (_socket.State == WebSocketState.CloseReceived)
                        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", ct);
                    return;
                }
                message.Advance(result.Count);
                if (!result.EndOfMessage)
                    continue;
                Add((JsonObject)JsonNode.Parse(message.WrittenSpan)!);
                message.Clear();
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            SetClosed(1006, exception.Message);
        }
    }

    private void Add(JsonObject frame)
    {
        if (frame["type"]!.GetValue<string>() == "event")
            _onEvent(frame);
        lock (_lock)
            _frames.Add(frame);
        Signal();
    }

    private void SetClosed(int code, string reason)
    {
        lock (_lock)
            _close ??= (code, reason);
        Signal();
    }

    private void Signal()
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        changed.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _receiving;
        _socket.Dispose();
        _stop.Dispose();
    }
}
