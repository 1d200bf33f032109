using System.Text.Json.Nodes;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Conversations;

/// <summary>Whoever ends a conversation ends what it started.</summary>
public sealed class StopTests
{
    private const string Work = "agent:main:work";

    [Theory]
    [InlineData("stop")]
    [InlineData("/stop")]
    public async Task A_stop_word_stops_sub_agents_and_says_how_many(string word)
    {
        await using var bench = await BusyAsync();

        var answer = await bench.Client.SayAsync(word, "s-1", "work");

        Assert.Equal("""{"ok":true,"aborted":true,"runIds":[],"summary":"Stopped, with 2 sub-agents."}""", answer["payload"]!.ToJsonString());
        await bench.NoneAtWorkAsync();
        Assert.Equal("""{"ok":true,"aborted":false,"runIds":[]}""", (await bench.Client.SayAsync(word, "s-2", "work"))["payload"]!.ToJsonString());
    }

    [Fact]
    public async Task A_stop_word_of_agent_says_how_many_sub_agents_it_stopped()
    {
        await using var bench = await BusyAsync();

        var id = await bench.Client.SendRequestAsync("agent", JsonNode.Parse("""{"message":"stop","sessionKey":"work","idempotencyKey":"a-1"}"""));
        await bench.Client.AnswerAsync(id);
        var answer = await bench.Client.AnswerAsync(id);

        Assert.Equal("Stopped, with 2 sub-agents.", (string?)answer["payload"]!["result"]!["payloads"]![0]!["text"]);
        await bench.NoneAtWorkAsync();
    }

    [Theory]
    [InlineData("sessions.delete")]
    [InlineData("sessions.reset")]
    public async Task Deleting_or_resetting_a_session_stops_its_sub_agents(string method)
    {
        await using var bench = await BusyAsync();

        var answer = await bench.Client.AgentAsync(method, """{"key":"work"}""");

        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        await bench.NoneAtWorkAsync();
    }

    [Fact]
    public async Task Subagents_can_be_stopped_one_by_one_and_all_at_once()
    {
        await using var bench = await BusyAsync();

        await bench.Client.SayAsync("/subagents stop 1", "s-1", "work");
        Assert.Equal("Stopped.", (string?)(await bench.Client.ChatAsync("s-1", "final"))["message"]!["content"]![0]!["text"]);
        await bench.Client.SayAsync("/subagents stop all", "s-2", "work");
        Assert.Equal("Stopped 1.", (string?)(await bench.Client.ChatAsync("s-2", "final"))["message"]!["content"]![0]!["text"]);
        await bench.NoneAtWorkAsync();
    }

    /// <summary>A session whose two sub-agents wait for a model that never answers.</summary>
    private static async Task<Bench> BusyAsync()
    {
        var never = new TaskCompletionSource();
        var server = new ModelServer(e =>
        {
            var body = e.Body.GetRawText();
            return body.Contains("You are a sub-agent", StringComparison.Ordinal) ? never.Task
                : body.Contains("\"role\":\"tool\"", StringComparison.Ordinal) ? e.OpenAiAsync("Started.")
                : e.OpenAiCallsAsync("", ("c1", "sessions_spawn", """{"task":"one"}"""), ("c2", "sessions_spawn", """{"task":"two"}"""));
        });
        var gateway = await Talk.WithAsync(server);
        var client = await gateway.ConnectAsync();
        await client.SayAsync("share the work", "r-1", "work");
        await client.ChatAsync("r-1", "final");
        Assert.Equal(2, gateway.Parts.Tools.Subagents.Of(Work).Count(static record => record.EndedAt is null));
        return new Bench(server, gateway, client, never);
    }

    private sealed record Bench(ModelServer Server, TestGateway Gateway, TestClient Client, TaskCompletionSource Never) : IAsyncDisposable
    {
        public async Task NoneAtWorkAsync()
        {
            var records = Gateway.Parts.Tools.Subagents.Of(Work);
            for (var i = 0; i < 1000 && records.Any(static record => record.EndedAt is null); i++)
            {
                await Task.Delay(10, TestContext.Current.CancellationToken);
                records = Gateway.Parts.Tools.Subagents.Of(Work);
            }

            Assert.Equal(2, records.Count);
            Assert.All(records, static record => Assert.Equal("stopped", record.Outcome?.Error));
        }

        public async ValueTask DisposeAsync()
        {
            await Client.DisposeAsync();
            await Gateway.DisposeAsync();
            Never.TrySetResult();
            await Server.DisposeAsync();
        }
    }
}
