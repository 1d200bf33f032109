using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;

namespace OpenClaw.Channels.Sidecars;

/// <summary>
/// JSON-RPC 2.0 over two streams, one object per line (spec 10 §12.1). One reader, one writer; whoever waits for an answer has a deadline.
/// A line that is no message of the protocol, or is longer than allowed, ends the connection. Safe from any thread.
/// </summary>
public sealed class JsonRpcLines : IAsyncDisposable
{
    // A sidecar that does not read for so long that this fills is stuck; its pings are missed by then.
    private const int MaxQueuedLines = 256;

    private readonly Stream _input;
    private readonly Stream _output;
    private readonly int _maxLine;
    private readonly TimeProvider _time;
    private readonly Action<string, JsonElement> _notified;
    private readonly Channel<ReadOnlyMemory<byte>> _lines = Channel.CreateBounded<ReadOnlyMemory<byte>>(new BoundedChannelOptions(MaxQueuedLines) { SingleReader = true });
    private readonly ConcurrentDictionary<long, TaskCompletionSource<RpcReply>> _waiting = new();
    private readonly TaskCompletionSource<string> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private Task _loops = Task.CompletedTask;
    private long _lastId;

    /// <summary>Prepares a connection; nothing is read or written before <see cref="Start"/>.</summary>
    /// <param name="input">What the other side writes.</param>
    /// <param name="output">What the other side reads.</param>
    /// <param name="maxLine">Bytes of the longest line in either direction.</param>
    /// <param name="time">Clock of the deadlines.</param>
    /// <param name="notified">Gets notifications in order, on the reader: it must be quick and must not throw. The element stays valid.</param>
    public JsonRpcLines(Stream input, Stream output, int maxLine, TimeProvider time, Action<string, JsonElement> notified)
    {
        _input = input;
        _output = output;
        _maxLine = maxLine;
        _time = time;
        _notified = notified;
    }

    /// <summary>Completes with the reason when the connection is over; never fails.</summary>
    public Task<string> Closed => _closed.Task;

    /// <summary>Starts reading and writing.</summary>
    public void Start() => _loops = Task.WhenAll(Task.Run(ReadAsync), Task.Run(WriteAsync));

    /// <summary>Sends a request and waits for its answer.</summary>
    /// <param name="method">Name.</param>
    /// <param name="parameters">Writes the members of the params object; null: none.</param>
    /// <param name="deadline">How long to wait, the way into the queue included.</param>
    /// <param name="ct">Gives up waiting; the other side may do it all the same.</param>
    public async Task<RpcReply> RequestAsync(string method, Action<Utf8JsonWriter>? parameters, TimeSpan deadline, CancellationToken ct)
    {
        var id = Interlocked.Increment(ref _lastId);
        var line = Line(method, id, parameters);
        if (line.Length > _maxLine)
            return RpcReply.Failed(-32602, $"{method} is {line.Length} bytes long; a line may have {_maxLine}");
        var answer = new TaskCompletionSource<RpcReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        if (_closed.Task.IsCompleted)
            answer.TrySetResult(Over());
        using var limit = new CancellationTokenSource(deadline, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            await _lines.Writer.WriteAsync(line, either.Token).ConfigureAwait(false);
            return await answer.Task.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            return Over();
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return RpcReply.Failed(RpcFault.TimedOut, $"no answer to {method} within {deadline.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s");
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    /// <summary>Sends a notification; false when the other side does not read.</summary>
    public bool Notify(string method, Action<Utf8JsonWriter>? parameters) => _lines.Writer.TryWrite(Line(method, null, parameters));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Close("closed by us");
        await _loops.ConfigureAwait(false);
        _stop.Dispose();
    }

    private void Close(string reason)
    {
        if (!_closed.TrySetResult(reason))
            return;
        _lines.Writer.TryComplete();
        _stop.Cancel();
        foreach (var answer in _waiting.Values)
            answer.TrySetResult(Over());
    }

    private RpcReply Over() => RpcReply.Failed(RpcFault.Closed, $"the connection to the sidecar ended: {_closed.Task.Result}");

    private static ReadOnlyMemory<byte> Line(string method, long? id, Action<Utf8JsonWriter>? parameters)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("jsonrpc"u8, "2.0"u8);
            if (id is { } number)
                writer.WriteNumber("id"u8, number);
            writer.WriteString("method"u8, method);
            writer.WriteStartObject("params"u8);
            parameters?.Invoke(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    private async Task WriteAsync()
    {
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync(_stop.Token).ConfigureAwait(false))
            {
                await _output.WriteAsync(line, _stop.Token).ConfigureAwait(false);
                if (!_lines.Reader.TryPeek(out _))
                    await _output.FlushAsync(_stop.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Closed.
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The reader sees the end of the other side too, and knows more about it.
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            var whole = await LineReader.ReadAsync(_input, _maxLine, Received, _stop.Token).ConfigureAwait(false);
            Close(whole ? "it closed its output" : $"it sent a line of more than {_maxLine} bytes");
        }
        catch (OperationCanceledException)
        {
            Close("closed by us");
        }
        catch (Exception broken) when (broken is JsonException or IOException or ObjectDisposedException)
        {
            Close(broken is JsonException ? "it sent a line that is no JSON-RPC message" : "its output broke off");
        }
    }

    private void Received(ReadOnlySpan<byte> line)
    {
        if (line.Trim((byte)'\r').IsEmpty)
            return;
        var reader = new Utf8JsonReader(line);
        var message = JsonElement.ParseValue(ref reader);
        if (reader.Read() || message.ValueKind != JsonValueKind.Object)
            throw new JsonException("more than one value");
        if (message.TryGetProperty("method"u8, out var method) && method.ValueKind == JsonValueKind.String)
        {
            if (message.TryGetProperty("id"u8, out var asked))
                Refuse(asked);
            else
                _notified(method.GetString()!, message.TryGetProperty("params"u8, out var parameters) ? parameters : default);
            return;
        }

        if (!message.TryGetProperty("id"u8, out var id) || id.ValueKind != JsonValueKind.Number || !id.TryGetInt64(out var number))
            throw new JsonException("neither method nor id");
        // An answer that comes after its deadline finds nobody.
        if (_waiting.TryGetValue(number, out var answer))
            answer.TrySetResult(message.TryGetProperty("error"u8, out var error) ? new RpcReply(default, Fault(error)) : new RpcReply(Result(message), null));
    }

    private static JsonElement Result(JsonElement message) => message.TryGetProperty("result"u8, out var result) ? result : default;

    private static RpcFault Fault(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object)
            throw new JsonException("error is no object");
        var code = error.TryGetProperty("code"u8, out var number) && number.TryGetInt32(out var value) ? value : 0;
        var text = error.TryGetProperty("message"u8, out var message) && message.ValueKind == JsonValueKind.String ? message.GetString()! : "unknown error";
        return new RpcFault(code, text, error.TryGetProperty("data"u8, out var data) ? data : null);
    }

    // Sidecars ask nothing in version 1 of the protocol.
    private void Refuse(JsonElement id)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("jsonrpc"u8, "2.0"u8);
            writer.WritePropertyName("id"u8);
            id.WriteTo(writer);
            writer.WriteStartObject("error"u8);
            writer.WriteNumber("code"u8, -32601);
            writer.WriteString("message"u8, "unknown method"u8);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        _lines.Writer.TryWrite(buffer.WrittenMemory);
    }
}
