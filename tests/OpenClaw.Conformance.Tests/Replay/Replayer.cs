using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>Plays the client's half of a recording to a gateway and collects where the answers are unlike the recorded ones.</summary>
internal sealed class Replayer(Recording recording, IReplayTarget gateway, Placeholders placeholders) : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(1.5);

    private readonly Dictionary<string, ReplayConnection> _connections = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Connection, string Id), int> _answers = [];
    private readonly Dictionary<(string Connection, string Key), int> _events = [];
    private readonly HashSet<(string Connection, string Key)> _lateEvents = [];
    private readonly HashSet<(string Connection, string Id)> _leftOut = [];
    private readonly HashSet<string> _runs = new(StringComparer.Ordinal);
    private readonly List<Difference> _differences = [];
    private readonly HttpReplay _http = new(new Uri(gateway.WebSocketUri.AbsoluteUri.Replace("ws:", "http:", StringComparison.Ordinal)), placeholders);

    public async Task<IReadOnlyList<Difference>> RunAsync(CancellationToken ct)
    {
        RecordedLine? before = null;
        foreach (var line in recording.Lines)
        {
            var gap = TimeSpan.FromMilliseconds(before is null || line.IsNote ? 0 : line.AtMs - before.AtMs);
            await StepAsync(line, gap, ct);
            before = line;
        }
        foreach (var (label, connection) in _connections)
            CompareEvents(label, connection);
        return _differences;
    }

    private async Task StepAsync(RecordedLine line, TimeSpan gap, CancellationToken ct)
    {
        if (line.IsNote)
            await NoteAsync(line.Note!, ct);
        else if (line.IsHttp)
            await HttpAsync(line, ct);
        else if (line.Open is { } open)
            await OpenAsync(line.Connection, open, ct);
        else if (line.FromClient)
            await SendAsync(line, gap, ct);
        else if (line.Close is { } close)
            await CloseAsync(line.Connection, close, gap, ct);
        else if (line.IsResponse)
            await AnswerAsync(line, gap, ct);
        else if (IsServedEvent(line.FrameObject!))
            await EventAsync(line, gap, ct);
    }

    private async Task HttpAsync(RecordedLine line, CancellationToken ct)
    {
        if (line.FromClient)
            await _http.SendAsync(line, ct);
        else
            _differences.AddRange(_http.Compare(line));
    }

    private async Task OpenAsync(string label, JsonObject open, CancellationToken ct)
    {
        // Events teach the ids that the gateway made up: the first of its kind is the first recorded of that kind.
        var recorded = recording.Lines
            .Where(l => l.IsEvent && l.Connection == label)
            .Select(l => l.FrameObject!)
            .GroupBy(EventKey.Of)
            .ToDictionary(g => g.Key, g => new Queue<JsonObject>(g));
        var path = open["path"]!.GetValue<string>();
        var connection = await ReplayConnection.OpenAsync(new Uri(gateway.WebSocketUri, path), open["headers"] as JsonObject, Learn, ct);
        _connections[label] = connection;
        await connection.WaitAsync(c => c.Challenge is not null, s_patience, ct);

        void Learn(JsonObject frame)
        {
            if (recorded.TryGetValue(EventKey.Of(frame), out var queue) && queue.TryDequeue(out var expected))
                placeholders.Learn(expected, frame);
        }
    }

    private async Task SendAsync(RecordedLine line, TimeSpan gap, CancellationToken ct)
    {
        if (!_connections.TryGetValue(line.Connection, out var connection))
            return;
        if (LeavesOut(line))
            return;

        if (gap > TimeSpan.FromMilliseconds(100))
            await Task.Delay(gap < s_longestPause ? gap : s_longestPause, ct);
        await connection.WaitAsync(_ => placeholders.FirstUnknown(line.Json.ToJsonString()) is not { } unknown || IsMadeByClient(unknown), s_patience, ct);

        var type = line.Binary is null ? WebSocketMessageType.Text : WebSocketMessageType.Binary;
        try
        {
            await connection.SendAsync(Payload(line, connection), type, ct);
        }
        catch (WebSocketException) when (connection.Closed is not null || line.IsOversize)
        {
            // The gateway hung up first; the close is compared where it was recorded.
        }
        if (line.FrameObject?["params"] is JsonObject parameters && parameters["idempotencyKey"] is JsonValue key)
            _runs.Add(key.ToString());
    }

    private bool LeavesOut(RecordedLine line)
    {
        if (!LaterMethods.LeavesOut(line, recording.AnswerTo(line)))
            return false;
        _leftOut.Add((line.Connection, line.FrameObject!["id"]!.ToJsonString()));
        return true;
    }

    private static bool IsMadeByClient(string placeholder) => placeholder.StartsWith("<HEX64:", StringComparison.Ordinal);

    private string Payload(RecordedLine line, ReplayConnection connection)
    {
        if (line.IsOversize)
            return new string('x', connection.Hello!["policy"]!["maxPayload"]!.GetValue<int>() + 1);
        if ((line.Raw ?? line.Binary) is { } text)
            return placeholders.Fill(text);

        var frame = placeholders.Fill(line.Frame);
        if (frame?["method"]?.ToString() == "connect" && frame["params"] is JsonObject connect && connect["device"] is JsonObject device
            && connect["client"] is JsonObject)
            Prove(line, connection, connect, device);
        if (frame?["params"] is JsonObject parameters && parameters["schedule"] is JsonObject schedule
            && schedule["atMs"] is JsonValue at && at.TryGetValue<long>(out var planned))
            schedule["atMs"] = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() + planned - recording.WrittenAt(line);
        return frame?.ToJsonString() ?? "null";
    }

    private void Prove(RecordedLine line, ReplayConnection connection, JsonObject connect, JsonObject device)
    {
        var recorded = line.FrameObject!["params"]!["device"]!;
        var challenge = recording.Lines.Last(l => l.Number < line.Number && l.IsEvent && l.Connection == line.Connection).FrameObject!;
        var age = recorded["signedAt"]!.GetValue<long>() - challenge["payload"]!["ts"]!.GetValue<long>();
        device["signedAt"] = connection.Challenge!["payload"]!["ts"]!.GetValue<long>() + age;

        var label = new[] { recorded["publicKey"]!, recorded["id"]! }
            .Select(v => v.GetValue<string>())
            .First(v => v.Contains(':'))
            .Split(':', 2)[1][..^1];
        var key = placeholders.Device(label);
        device["signature"] = line.Connection == "device-signature-wrong" ? key.SignSomethingElse() : key.Sign(connect);
    }

    private async Task AnswerAsync(RecordedLine line, TimeSpan gap, CancellationToken ct)
    {
        var id = line.FrameObject!["id"]!.ToJsonString();
        if (_leftOut.Contains((line.Connection, id)) || !_connections.TryGetValue(line.Connection, out var connection))
            return;

        var nth = _answers[(line.Connection, id)] = _answers.GetValueOrDefault((line.Connection, id)) + 1;
        var on = $"res {MethodOf(line) ?? "(bad frame)"} {line.FrameObject!["id"]}{(nth > 1 ? $" ({nth})" : "")}";
        if (!await connection.WaitAsync(c => Answers(c, id).Count() >= nth, s_patience + gap, ct))
        {
            var why = connection.Closed is { } closed ? $"closed {closed.Code} {closed.Reason}" : "nothing came";
            _differences.Add(new Difference(on, "$", DifferenceKind.NoAnswer, why));
            return;
        }

        var actual = Answers(connection, id).ElementAt(nth - 1);
        placeholders.Learn(line.Frame, actual);
        _differences.AddRange(AnswerComparer.Compare(on, line.FrameObject!, actual));
        if (actual["payload"] is JsonObject hello && hello["type"]?.ToString() == "hello-ok")
        {
            foreach (var method in LaterMethods.AdvertisedIn(hello))
                _differences.Add(new Difference(on, "$.payload.features.methods", DifferenceKind.Value, $"{method} is served now: take it off LaterMethods"));
        }
    }

    private static IEnumerable<JsonObject> Answers(ReplayConnection connection, string id) =>
        connection.Frames.Where(f => f["type"]!.GetValue<string>() == "res" && f["id"]?.ToJsonString() == id);

    private string? MethodOf(RecordedLine answer) => recording.Lines
        .LastOrDefault(l => l.Number < answer.Number && l.FromClient && l.Connection == answer.Connection
            && l.FrameObject?["id"]?.ToJsonString() == answer.FrameObject!["id"]!.ToJsonString())
        ?.FrameObject!["method"]?.ToString();

    /// <summary>Gives an event the time it was recorded to take; whether it came is judged at the end.</summary>
    private async Task EventAsync(RecordedLine line, TimeSpan gap, CancellationToken ct)
    {
        var kind = EventKey.Of(line.FrameObject!);
        if (kind is "health" && gap < s_patience || !_connections.TryGetValue(line.Connection, out var connection))
            return;

        // Of a run one event of a kind is enough to go on; of others as many as were recorded.
        // An id that the gateway makes up says nothing about the next one.
        var run = EventKey.RunOf(line.FrameObject!) is { } id && _runs.Contains(id) ? id : null;
        var key = (line.Connection, $"{kind} {run}");
        var count = _events[key] = run is null ? _events.GetValueOrDefault(key) + 1 : 1;
        if (_lateEvents.Contains(key))
            return;
        var came = await connection.WaitAsync(
            c => c.Events.Count(e => EventKey.Of(e) == kind && (run is null || EventKey.RunOf(e) == run)) >= count,
            TimeSpan.FromSeconds(3) + gap, ct);
        if (!came)
            _lateEvents.Add(key);
    }

    /// <summary>Not an event of later methods.</summary>
    private static bool IsServedEvent(JsonObject frame) => !LaterMethods.IsEvent(frame["event"]!.GetValue<string>());

    private async Task CloseAsync(string label, JsonObject close, TimeSpan gap, CancellationToken ct)
    {
        if (!_connections.TryGetValue(label, out var connection))
            return;
        var (code, reason) = (close["code"]!.GetValue<int>(), close["reason"]!.GetValue<string>());
        // 1000 after a hello is the answer to the client's own close.
        if (code == 1000 && connection.Hello is not null)
            await connection.CloseAsync(ct);
        await connection.WaitAsync(c => c.Closed is not null, s_patience + gap, ct);
        if (connection.Closed is not { } closed)
            _differences.Add(new Difference($"close {label}", "$", DifferenceKind.Close, $"recorded {code} \"{reason}\", still open"));
        else if (closed != (code, reason))
            _differences.Add(new Difference($"close {label}", "$", DifferenceKind.Close, $"recorded {code} \"{reason}\", got {closed.Code} \"{closed.Reason}\""));
    }

    private async Task NoteAsync(string note, CancellationToken ct)
    {
        if (note.StartsWith("signal SIG", StringComparison.Ordinal))
            await gateway.SignalAsync(note.Split(' ')[1][3..], ct);
        else if (note.StartsWith("process exit {", StringComparison.Ordinal))
        {
            var code = await gateway.ExitCodeAsync(s_patience, ct);
            if (code != 0)
                _differences.Add(new Difference("process", "$", DifferenceKind.Value, $"exit code recorded 0, got {code?.ToString() ?? "still running"}"));
        }
    }

    private void CompareEvents(string label, ReplayConnection connection)
    {
        var recorded = recording.Lines
            .Where(l => l.IsEvent && l.Connection == label && IsServedEvent(l.FrameObject!))
            .Select(l => (JsonObject)placeholders.Fill(l.FrameObject)!)
            .ToList();
        var actual = connection.Events.ToList();
        _differences.AddRange(EventComparer.Compare(label, recorded, actual));
        _differences.AddRange(EventComparer.CompareOrder(label, [.. recorded.Where(f => _runs.Contains(EventKey.RunOf(f) ?? ""))], actual));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        foreach (var connection in _connections.Values)
            await connection.DisposeAsync();
    }
}
