using System.Text.Json.Nodes;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Conversations;

/// <summary>Sessions nothing may be sent to, and sessions that must not run here.</summary>
public sealed class ClosedSessionTests
{
    [Fact]
    public async Task A_closed_session_is_opened_by_its_owner_and_refuses_everything_else()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        await using var owner = await gateway.ConnectAsync();
        await using var other = await gateway.ConnectAsync(new Hello { Scopes = ["operator.read", "operator.write"] });
        await owner.SayAsync("/send off", "c-1");
        await owner.ChatAsync("c-1", "final");

        Assert.Equal("send blocked by session policy", (await owner.SayAsync("hello", "c-2")).Error().Message);
        await owner.SayAsync("/think high do it", "c-3");
        Assert.Contains("send blocked by session policy", (string?)(await owner.ChatAsync("c-3", "error"))["errorMessage"], StringComparison.Ordinal);
        await other.SayAsync("/new", "c-4");
        Assert.Contains("send blocked by session policy", (string?)(await other.ChatAsync("c-4", "error"))["errorMessage"], StringComparison.Ordinal);
        await other.SayAsync("/send on", "c-5");
        Assert.Contains("for the owner", Text(await other.ChatAsync("c-5", "final")), StringComparison.Ordinal);
        Assert.False((bool)(await other.SayAsync("stop", "c-6"))["payload"]!["aborted"]!);
        Assert.Equal("send blocked by session policy", (await owner.AgentAsync("agent", """{"message":"x","sessionKey":"main","idempotencyKey":"a-1"}""")).Error().Message);
        Assert.Empty(server.Requests);

        await owner.SayAsync("/send on", "c-7");
        Assert.Equal("Sending is on for this session.", Text(await owner.ChatAsync("c-7", "final")));
        await owner.SayAsync("hello", "c-8");
        Assert.Equal("pong", Text(await owner.ChatAsync("c-8", "final")));
    }

    [Fact]
    public async Task A_session_for_which_a_sandbox_is_asked_does_not_run_on_the_host()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        gateway.ChangeConfig(static config => config with
        {
            Agents = config.Agents with
            {
                Defaults = config.Agents.Defaults with { Raw = new JsonObject { ["sandbox"] = new JsonObject { ["mode"] = "non-main" } } },
            },
        });
        await using var client = await gateway.ConnectAsync();

        await client.SayAsync("hello", "c-1", "work");
        Assert.Contains("agents.defaults.sandbox.mode", (string?)(await client.ChatAsync("c-1", "error"))["errorMessage"], StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        await client.SayAsync("hello", "c-2");

        Assert.Equal("pong", Text(await client.ChatAsync("c-2", "final")));
    }

    private static string Text(JsonNode chat) => (string)chat["message"]!["content"]![0]!["text"]!;
}
