using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Browser;

/// <summary>The Chrome DevTools Protocol over one socket: commands and their answers.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> _waiting = new();
    private readonly SemaphoreSlim _sending = new(1);
    private Task _receiving = Task.CompletedTask;
    private int _lastId;

    /// <summary>Every event, with the session it came from.</summary>
    public event Action<string?, string, JsonObject>? Event;

    public static async Task<DevTools> ConnectAsync(Uri uri, CancellationToken ct)
    {
        var devTools = new DevTools();
        await devTools._socket.ConnectAsync(uri, ct);
        devTools._receiving = devTools.ReceiveAsync(devTools._stop.Token);
        return devTools;
    }

    public async Task<JsonObject> SendAsync(string? session, string method, JsonObject parameters, CancellationToken ct)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = _waiting[id] = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
            command["sessionId"] = session;

        await _sending.WaitAsync(ct);
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(command.ToJsonString()), WebSocketMessageType.Text, true, ct);
        }
        finally
        {
            _sending.Release();
        }
        var message = await answer.Task.WaitAsync(s_deadline, ct);
        return message["error"] is { } error
            ? throw new InvalidOperationException($"{method}: {error.ToJsonString()}")
            : (JsonObject)message["result"]!;
    }

    private async Task ReceiveAsync(CancellationToken ct)
    {
        var message = new ArrayBufferWriter<byte>();
        try
        {
            while (_socket.State == WebSocketState.Open)
            {
                var result = await _socket.ReceiveAsync(message.GetMemory(64 * 1024), ct);
                message.Advance(result.Count);
                if (!result.EndOfMessage || result.MessageType == WebSocketMessageType.Close)
                    continue;
                var json = (JsonObject)JsonNode.Parse(message.WrittenSpan)!;
                message.Clear();
                if (json["id"] is { } id && _waiting.TryRemove(id.GetValue<int>(), out var waiting))
                    waiting.TrySetResult(json);
                else if (json["method"] is { } method)
                    Event?.Invoke(json["sessionId"]?.GetValue<string>(), method.GetValue<string>(), (JsonObject)json["params"]!);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            foreach (var waiting in _waiting.Values)
                waiting.TrySetException(new InvalidOperationException("The browser has gone", exception));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _receiving;
        _socket.Dispose();
        _stop.Dispose();
        _sending.Dispose();
    }
}
