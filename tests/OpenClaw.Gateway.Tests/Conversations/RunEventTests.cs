using System.Text.Json.Nodes;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Conversations;

/// <summary>What clients are told of runs, at the socket.</summary>
public sealed class RunEventTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("off", false)]
    [InlineData("on", true)]
    [InlineData("full", true)]
    public async Task Tools_are_shown_at_verbose_on_and_full_and_counted_always(string? level, bool shown)
    {
        await using var server = new ModelServer(static e => e.OpenAiCallsAsync(string.Empty, ("call_1", "agents_list", "{}")), static e => e.OpenAiAsync("listed"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();
        if (level is not null)
            await client.RequestAsync("sessions.patch", new JsonObject { ["key"] = "main", ["verboseLevel"] = level });

        await client.SayAsync("who is there?", "v-1");
        var events = await UntilEndAsync(client, "v-1");

        var steps = events.Where(static e => (string?)e["event"] == "agent").Select(static e => e["payload"]!).ToList();
        Assert.Equal(shown ? [1, 2, 3, 4, 5] : [1, 4, 5], steps.Select(static step => step["seq"]!.GetValue<int>()));
        var tools = steps.Where(static step => (string?)step["stream"] == "tool").Select(static step => step["data"]!).ToList();
        Assert.Equal(shown ? ["phase,name,toolCallId,args", "phase,name,toolCallId,isError,result"] : [], tools.Select(static data => data.Keys()));
    }

    [Fact]
    public async Task Every_client_sees_the_end_of_every_run_however_it_ended()
    {
        await using var server = new ModelServer(static e => Fate(e) switch
        {
            "locked" => e.AnswerAsync(401, """{"error":{"message":"invalid api key"}}"""),
            "refused" => e.AnswerAsync(400, """{"error":{"message":"no"}}"""),
            "stopped" => e.GoneAsync(),
            _ => e.OpenAiAsync("fine"),
        });
        await using var gateway = await Talk.WithAsync(server);
        await using var first = await gateway.ConnectAsync();
        await using var second = await gateway.ConnectAsync();
        string[] fates = ["good", "locked", "refused", "stopped", "better"];

        foreach (var fate in fates)
            await first.SayAsync(fate, $"run-{fate}", $"agent:main:{fate}");
        await first.StepAsync("run-stopped", "lifecycle", "start");
        await first.RequestAsync("chat.abort", new JsonObject { ["sessionKey"] = "agent:main:stopped" });

        foreach (var client in new[] { first, second })
        {
            var ends = new Dictionary<string, string>();
            while (ends.Count < fates.Length)
            {
                var payload = (await client.NextAsync(static frame => (string?)frame["event"] == "chat" && (string?)frame["payload"]!["state"] != "delta"))["payload"]!;
                Assert.True(ends.TryAdd((string)payload["runId"]!, (string)payload["state"]!), $"{payload["runId"]} ended twice");
            }

            Assert.Equal("final final error error aborted", string.Join(' ', new[] { "good", "better", "locked", "refused", "stopped" }.Select(fate => ends[$"run-{fate}"])));
        }
    }

    private static string Fate(ModelExchange exchange) =>
        exchange.Body.GetProperty("messages").EnumerateArray().Last().GetProperty("content")[0].GetProperty("text").GetString()!.Split('\n')[0];

    private static async Task<List<JsonObject>> UntilEndAsync(TestClient client, string runId)
    {
        var seen = new List<JsonObject>();
        while (true)
        {
            var frame = await client.NextAsync(frame => (string?)frame["event"] is "agent" or "chat" && (string?)frame["payload"]!["runId"] == runId);
            seen.Add(frame);
            if ((string?)frame["event"] == "chat" && (string?)frame["payload"]!["state"] != "delta")
                return seen;
        }
    }
}
