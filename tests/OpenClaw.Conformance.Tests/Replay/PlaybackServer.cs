using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>
/// Gives a recording's answers back frame by frame. Against it the replayer must find nothing; and against an altered
/// recording it must find exactly what was altered.
/// </summary>
internal sealed class PlaybackServer : IReplayTarget, IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Queue<string> _labels;
    private readonly Queue<RecordedLine> _httpAnswers;
    private readonly Recording _recording;

    private PlaybackServer(WebApplication app, Recording recording)
    {
        _app = app;
        _recording = recording;
        _httpAnswers = new Queue<RecordedLine>(recording.Lines.Where(l => l.IsHttp && !l.FromClient));
        _labels = new Queue<string>(recording.Lines.Where(l => l.Open is not null).Select(l => l.Connection));
    }

    public Uri WebSocketUri => new(_app.Urls.First().Replace("http:", "ws:", StringComparison.Ordinal) + "/");

    public static async Task<PlaybackServer> StartAsync(Recording recording, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new PlaybackServer(app, recording);
        app.UseWebSockets();
        app.Run(server.PlayAsync);
        await app.StartAsync(ct);
        return server;
    }

    public Task SignalAsync(string name, CancellationToken ct) => Task.CompletedTask;

    public Task<int?> ExitCodeAsync(TimeSpan within, CancellationToken ct) => Task.FromResult<int?>(0);

    private async Task PlayAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await AnswerAsync(context);
            return;
        }

        string label;
        lock (_labels)
            label = _labels.Dequeue();
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var leftOut = new HashSet<string>(StringComparer.Ordinal);
        var connected = false;
        foreach (var line in _recording.Lines.Where(l => l.Connection == label && l.Open is null && !l.IsHttp))
        {
            connected |= line.IsResponse && line.FrameObject!["payload"] is JsonObject hello && hello["type"]?.ToString() == "hello-ok";
            if (line.FromClient && LaterMethods.LeavesOut(line, _recording.AnswerTo(line)))
                leftOut.Add(line.FrameObject!["id"]!.ToJsonString());
            else if (line.FromClient)
                await ReceiveAsync(socket, context.RequestAborted);
            else if (line.Close is { } close)
                await CloseAsync(socket, close, connected, context.RequestAborted);
            else if (IsPlayed(line, leftOut))
                await socket.SendAsync(Encoding.UTF8.GetBytes(WithoutCuts(line.Frame!).ToJsonString()), WebSocketMessageType.Text, true, context.RequestAborted);
        }
    }

    /// <summary>HTTP exchanges are replayed one after another, so the next recorded answer is the one.</summary>
    private async Task AnswerAsync(HttpContext context)
    {
        RecordedLine line;
        lock (_httpAnswers)
            line = _httpAnswers.Dequeue();
        var recorded = (JsonObject)line.Json["http"]!;
        if (recorded["error"] is not null)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = recorded["status"]!.GetValue<int>();
        foreach (var name in (string[])["content-type", "allow"])
        {
            if (recorded["headers"]?[name] is { } value)
                context.Response.Headers[name] = value.GetValue<string>();
        }

        var text = recorded["sse"] is JsonArray events
            ? string.Concat(events.Select(static e => (e!["event"] is { } kind ? $"event: {kind}\n" : "")
                + $"data: {(e["data"] is JsonValue data && data.TryGetValue<string>(out var raw) ? raw : e["data"]?.ToJsonString())}\n\n"))
            : recorded["body"] is { } body ? WithoutCuts(body).ToJsonString()
            : recorded["bodyText"]?.GetValue<string>() ?? string.Empty;
        await context.Response.WriteAsync(text, context.RequestAborted);
    }

    /// <summary>Answers to requests that are left out are left out too, and so are the events of later methods.</summary>
    private bool IsPlayed(RecordedLine line, HashSet<string> leftOut)
    {
        if (line.IsResponse)
            return !leftOut.Contains(line.FrameObject!["id"]!.ToJsonString());
        return !LaterMethods.IsEvent(line.FrameObject!["event"]!.GetValue<string>());
    }

    /// <summary>A frame without the marks that say where a list was cut.</summary>
    private static JsonNode WithoutCuts(JsonNode node)
    {
        var copy = node.DeepClone();
        Cut(copy);
        return copy;

        static void Cut(JsonNode? inner)
        {
            if (inner is JsonArray list)
            {
                if (list.Count > 0 && list[^1] is JsonObject last && last.ContainsKey("<more>"))
                    list.RemoveAt(list.Count - 1);
                foreach (var element in list)
                    Cut(element);
            }
            foreach (var (_, value) in inner as JsonObject ?? [])
                Cut(value);
        }
    }

    private static async Task ReceiveAsync(WebSocket socket, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        while (!(await socket.ReceiveAsync(buffer, ct)).EndOfMessage)
        {
        }
        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>1000 after a hello is the answer to the client's own close, so that comes first.</summary>
    private static async Task CloseAsync(WebSocket socket, JsonObject close, bool connected, CancellationToken ct)
    {
        var status = (WebSocketCloseStatus)close["code"]!.GetValue<int>();
        if (connected && status == WebSocketCloseStatus.NormalClosure)
            await ClientCloseAsync(socket, ct);
        await socket.CloseOutputAsync(status, close["reason"]!.GetValue<string>(), ct);
        await ClientCloseAsync(socket, ct);
    }

    private static async Task ClientCloseAsync(WebSocket socket, CancellationToken ct)
    {
        var buffer = new byte[1024];
        while (socket.State is WebSocketState.Open or WebSocketState.CloseSent
            && (await socket.ReceiveAsync(buffer, ct)).MessageType != WebSocketMessageType.Close)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
    }
}
