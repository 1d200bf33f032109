using System.Text.Json.Nodes;
using OpenClaw.Conformance.Tests.Models;
using OpenClaw.Conformance.Tests.Processes;

namespace OpenClaw.Conformance.Tests.Acceptance;

/// <summary>Runs that the end of the process cuts off.</summary>
[Trait("Category", "Acceptance")]
public sealed class KilledWhileRunningTests : IAsyncLifetime
{
    private readonly PrivateHome _home = new();
    private readonly int _port = GatewayProcess.FreePort();
    private StubModelServer _model = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _model = await StubModelServer.StartAsync(Ct);
        _home.WriteConfig(RecordedConfig.For(_home, _port, _model.Port));
    }

    [Fact]
    [Trait("Runbook", "D4")]
    public async Task A_conversation_survives_a_gateway_killed_in_the_middle_of_an_answer_and_says_so()
    {
        await using (var gateway = await GatewayProcess.StartAsync(_home, _port, Ct))
        {
            await using var me = await Operator.ConnectAsync(gateway, Ct);
            await SendAsync(me, "k-1", "remember the blue door");
            await me.ChatAsync("k-1", Ct);

            // One run is in the middle of its answer and a second one waits behind it.
            await SendAsync(me, "k-2", """count [[stub {"text":"one two three four five six","chunks":60,"delayMs":200}]]""");
            Assert.True(await me.Connection.WaitAsync(static c => c.Events.Any(e => IsDelta(e, "k-2")), TimeSpan.FromSeconds(20), Ct));
            await SendAsync(me, "k-3", "and this one waits");
            await gateway.SignalAsync("KILL", Ct);
            await gateway.ExitCodeAsync(TimeSpan.FromSeconds(10), Ct);
        }

        await using var next = await GatewayProcess.StartAsync(_home, _port, Ct);
        await using var again = await Operator.ConnectAsync(next, Ct);

        var texts = await HistoryAsync(again);
        Assert.Equal("remember the blue door", texts[0]);
        Assert.Equal("pong", texts[1]);
        Assert.Contains("“count [[stub", texts.Single(static text => text.StartsWith("I was restarted", StringComparison.Ordinal) && text.Contains("count", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(texts, static text => text.Contains("“and this one waits”", StringComparison.Ordinal));
        var waited = await again.CallAsync("agent.wait", new JsonObject { ["runId"] = "k-2", ["timeoutMs"] = 1000 }, Ct);
        Assert.Equal("error", waited["status"]!.GetValue<string>());

        await SendAsync(again, "k-4", "what door was it?");
        Assert.Equal("final", (await again.ChatAsync("k-4", Ct))[^1]["state"]!.GetValue<string>());
        var asked = _model.Requests.Last().Body["messages"]!.ToJsonString();
        Assert.Contains("remember the blue door", asked, StringComparison.Ordinal);
        Assert.Contains("System: [", asked, StringComparison.Ordinal);
        AssertWhole();

        // The end of an answer is told before it is written down; a stop waits for both.
        await next.SignalAsync("TERM", Ct);
        Assert.Equal(0, await next.ExitCodeAsync(TimeSpan.FromSeconds(20), Ct));
        Assert.False(File.Exists(Path.Combine(_home.StateDir, "runs", "active.jsonl")));
    }

    [Fact]
    public async Task A_gateway_killed_again_and_again_leaves_a_session_that_always_continues()
    {
        var rounds = new[] { 60, 140, 220, 300 };
        foreach (var (round, delay) in rounds.Index())
        {
            await using var gateway = await GatewayProcess.StartAsync(_home, _port, Ct);
            await using var me = await Operator.ConnectAsync(gateway, Ct);
            for (var i = 0; i < 3; i++)
                await SendAsync(me, $"r{round}-{i}", $$$"""round {{{round}}} [[stub {"text":"a b c d e f","chunks":11,"delayMs":15}]]""");
            await Task.Delay(delay, Ct);
            await gateway.SignalAsync("KILL", Ct);
            await gateway.ExitCodeAsync(TimeSpan.FromSeconds(10), Ct);
        }

        await using var last = await GatewayProcess.StartAsync(_home, _port, Ct);
        await using var peer = await Operator.ConnectAsync(last, Ct);
        await SendAsync(peer, "last", """still there? [[stub {"text":"yes"}]]""");

        Assert.Equal("yes", (await peer.ChatAsync("last", Ct))[^1]["message"]!["content"]![0]!["text"]!.GetValue<string>());
        AssertWhole();

        // Every message that was accepted was answered, or is told of.
        var texts = await HistoryAsync(peer);
        for (var round = 0; round < rounds.Length; round++)
        {
            // Notes of the restart before stand in front of what was said.
            var said = texts.Count(text => text.Split("\n\n")[^1].StartsWith($"round {round} ", StringComparison.Ordinal));
            var answered = texts.Count(static text => text == "a b c d e f");
            var told = texts.Count(text => text.StartsWith("I was restarted", StringComparison.Ordinal) && text.Contains($"“round {round} ", StringComparison.Ordinal));
            Assert.True(said + told is >= 3 and <= 6, $"round {round}: {said} said, {told} told of\n{string.Join("\n---\n", texts)}");
            Assert.True(answered + told > 0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _model.DisposeAsync();
        _home.Dispose();
    }

    private static bool IsDelta(JsonObject happened, string runId) =>
        happened["event"]!.GetValue<string>() == "chat" && happened["payload"]!["runId"]!.GetValue<string>() == runId
        && happened["payload"]!["state"]!.GetValue<string>() == "delta";

    private static Task<JsonNode> SendAsync(Operator me, string id, string message) => me.CallAsync(
        "chat.send", new JsonObject { ["sessionKey"] = "main", ["message"] = message, ["idempotencyKey"] = id }, Ct);

    private static async Task<IReadOnlyList<string>> HistoryAsync(Operator me)
    {
        var history = await me.CallAsync("chat.history", new JsonObject { ["sessionKey"] = "main", ["limit"] = 200 }, Ct);
        return [.. history["messages"]!.AsArray().Select(static message => string.Concat(
            message!["content"]!.AsArray().Select(static part => part!["text"]?.GetValue<string>())))];
    }

    /// <summary>Every line of every transcript is JSON, and every entry's parent exists.</summary>
    private void AssertWhole()
    {
        foreach (var file in Directory.EnumerateFiles(_home.StateDir, "*.jsonl", SearchOption.AllDirectories))
        {
            var known = new HashSet<string>(StringComparer.Ordinal);
            foreach (var line in File.ReadAllLines(file))
            {
                var entry = JsonNode.Parse(line)!.AsObject();
                if (entry["parentId"] is { } parent)
                    Assert.Contains(parent.GetValue<string>(), known);
                if (entry["id"] is { } id)
                    known.Add(id.GetValue<string>());
            }
        }
    }
}
