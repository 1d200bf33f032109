using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using OpenClaw.Channels.Sidecars;

namespace OpenClaw.Channels.Tests.Sidecars;

/// <summary>A sidecar in this process: speaks the protocol through real byte streams, says what a test tells it to say.</summary>
internal sealed class ScriptedSidecar : ISidecarChild
{
    private readonly Pipe _toSidecar = new();
    private readonly Pipe _fromSidecar = new();
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<SidecarCall> _calls = Channel.CreateUnbounded<SidecarCall>();
    private readonly ConcurrentDictionary<string, Func<JsonElement, JsonNode?>> _answers = new();
    private readonly Lock _writing = new();
    private readonly Task _reading;
    private bool _silent;

    public ScriptedSidecar(int id = 1)
    {
        Id = id;
        Input = _toSidecar.Writer.AsStream();
        Output = _fromSidecar.Reader.AsStream();
        On("initialize", _ => new JsonObject
        {
            ["protocol"] = 1, ["name"] = "scripted", ["version"] = "1", ["library"] = new JsonObject { ["name"] = "none", ["version"] = "0" }, ["runtime"] = "test",
        });
        On("ping", p => new JsonObject { ["t"] = p.GetProperty("t").GetInt64(), ["rssBytes"] = 1234, ["queued"] = 0, ["unacked"] = 0 });
        On("shutdown", _ =>
        {
            Exit(0);
            return new JsonObject();
        });
        _reading = ReadAsync();
    }

    public int Id { get; }

    public Stream Input { get; }

    public Stream Output { get; }

    public Task<int> Exited => _exited.Task;

    /// <summary>False: it reads and never answers.</summary>
    public bool Answers { get; set; } = true;

    /// <summary>False: the end of its input does not end it.</summary>
    public bool HeedsEnd { get; init; } = true;

    public bool WasKilled { get; private set; }

    /// <summary>Has a method answered; null: never.</summary>
    public ScriptedSidecar On(string method, Func<JsonElement, JsonNode?> answer)
    {
        _answers[method] = answer;
        return this;
    }

    public ScriptedSidecar Refuse(string method, int code, string message, JsonObject? data = null) =>
        On(method, _ => new JsonObject { ["!code"] = code, ["!message"] = message, ["!data"] = data?.DeepClone() });

    /// <summary>The next call of a method, after its answer; others before it are passed over.</summary>
    public async Task<SidecarCall> NextAsync(string method)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var call = await _calls.Reader.ReadAsync(limit.Token);
            if (call.Method == method)
                return call;
        }
    }

    public void Say(string method, JsonObject parameters) =>
        WriteLine(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters }.ToJsonString());

    public void WriteLine(string line)
    {
        lock (_writing)
        {
            if (!_silent)
                _fromSidecar.Writer.WriteAsync(Encoding.UTF8.GetBytes(line + "\n")).AsTask().GetAwaiter().GetResult();
        }
    }

    public void Exit(int code)
    {
        if (!_exited.TrySetResult(code))
            return;
        // The answer that is being given goes out first.
        Task.Run(() =>
        {
            lock (_writing)
            {
                _silent = true;
                _fromSidecar.Writer.Complete();
            }
        });
    }

    public void Kill()
    {
        WasKilled = true;
        Exit(137);
    }

    public async Task EndAsync(TimeSpan grace, TimeProvider time)
    {
        await _toSidecar.Writer.CompleteAsync();
        if (HeedsEnd)
            Exit(0);
        try
        {
            await Exited.WaitAsync(grace, time);
        }
        catch (TimeoutException)
        {
            Kill();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Exit(0);
        await _toSidecar.Writer.CompleteAsync();
        await _reading;
    }

    private async Task ReadAsync()
    {
        using var lines = new StreamReader(_toSidecar.Reader.AsStream(), Encoding.UTF8);
        while (await lines.ReadLineAsync() is { } line)
        {
            var message = JsonDocument.Parse(line).RootElement;
            var method = message.GetProperty("method").GetString()!;
            var parameters = message.GetProperty("params");
            if (message.TryGetProperty("id", out var id) && Answers)
                Answer(id.GetInt64(), _answers.TryGetValue(method, out var give) ? give(parameters) : new JsonObject());
            _calls.Writer.TryWrite(new SidecarCall(method, parameters));
        }
    }

    private void Answer(long id, JsonNode? answer)
    {
        if (answer is null)
            return;
        var reply = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id };
        if (answer is JsonObject && answer["!code"] is { } code)
            reply["error"] = new JsonObject { ["code"] = code.DeepClone(), ["message"] = answer["!message"]?.DeepClone(), ["data"] = answer["!data"]?.DeepClone() };
        else
            reply["result"] = answer;
        WriteLine(reply.ToJsonString());
    }
}
