using System.Net.WebSockets;
using System.Text.Json.Nodes;
using OpenClaw.Conformance.Tests.Replay;

namespace OpenClaw.Conformance.Tests.Processes;

/// <summary>An operator with the shared token on a raw socket.</summary>
internal sealed class Operator : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly ReplayConnection _connection;
    private int _lastId;

    private Operator(ReplayConnection connection) => _connection = connection;

    public ReplayConnection Connection => _connection;

    public static async Task<Operator> ConnectAsync(GatewayProcess gateway, CancellationToken ct, string token = RecordedConfig.Token)
    {
        var connection = await ReplayConnection.OpenAsync(gateway.WebSocketUri, null, static _ => { }, ct);
        var peer = new Operator(connection);
        var hello = await peer.RequestAsync("connect", new JsonObject
        {
            ["minProtocol"] = 3,
            ["maxProtocol"] = 4,
            ["client"] = new JsonObject { ["id"] = "test", ["version"] = "1", ["platform"] = "linux", ["mode"] = "test" },
            ["auth"] = new JsonObject { ["token"] = token },
        }, ct);
        return hello["ok"]!.GetValue<bool>() ? peer : throw new InvalidOperationException(hello.ToJsonString());
    }

    /// <summary>Sends a request and waits for its answer, the first of two for <c>agent</c>.</summary>
    public async Task<JsonObject> RequestAsync(string method, JsonObject parameters, CancellationToken ct)
    {
        var id = $"{++_lastId}";
        var request = new JsonObject { ["type"] = "req", ["id"] = id, ["method"] = method, ["params"] = parameters };
        await _connection.SendAsync(request.ToJsonString(), WebSocketMessageType.Text, ct);
        if (!await _connection.WaitAsync(c => Answer(c, id) is not null, s_patience, ct))
            throw new InvalidOperationException($"{method}: no answer; closed: {_connection.Closed}");
        return Answer(_connection, id)!;
    }

    /// <summary>The payload of an answer that has to be a success.</summary>
    public async Task<JsonNode> CallAsync(string method, JsonObject parameters, CancellationToken ct)
    {
        var answer = await RequestAsync(method, parameters, ct);
        Assert.True(answer["ok"]!.GetValue<bool>(), $"{method}: {answer.ToJsonString()}");
        return answer["payload"]!;
    }

    /// <summary>The chat events of a run, up to and with its last.</summary>
    public async Task<IReadOnlyList<JsonObject>> ChatAsync(string runId, CancellationToken ct)
    {
        var ended = await _connection.WaitAsync(c => Chat(c, runId).Any(p => p["state"]!.GetValue<string>() != "delta"), s_patience, ct);
        Assert.True(ended, $"run {runId} did not end");
        return [.. Chat(_connection, runId)];
    }

    private static IEnumerable<JsonObject> Chat(ReplayConnection connection, string runId) => connection.Events
        .Where(e => e["event"]!.GetValue<string>() == "chat")
        .Select(e => (JsonObject)e["payload"]!)
        .Where(p => p["runId"]!.GetValue<string>() == runId);

    private static JsonObject? Answer(ReplayConnection connection, string id) => connection.Frames
        .FirstOrDefault(f => f["type"]!.GetValue<string>() == "res" && f["id"]!.GetValue<string>() == id);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
