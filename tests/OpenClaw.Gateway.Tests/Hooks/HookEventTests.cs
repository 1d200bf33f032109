using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Gateway.Tests.Conversations;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Hooks;

/// <summary>What the owner's hooks are told of, and what becomes of what they say.</summary>
public sealed class HookEventTests
{
    [Fact]
    public async Task Hooks_hear_of_commands_with_the_session_that_ends_and_their_words_reach_the_sender()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        var hooks = new ScriptedHooks(static (happened, _) => Task.FromResult<IReadOnlyList<string>>([$"heard {happened.Action}"]));
        gateway.Parts.Conversations.Hooks.Target = hooks;
        await using var client = await gateway.ConnectAsync();
        var sessions = gateway.Parts.Conversations.Sessions;
        await client.SayAsync("hello", "c-1");
        await client.ChatAsync("c-1", "final");
        var first = sessions.Find("agent:main:main")!.SessionId;

        await client.SayAsync("/new", "c-2");
        Assert.Equal("heard new", Text(await client.ChatAsync("inject-c-2", "final")));
        Assert.Equal("pong", Text(await client.ChatAsync("c-2", "final")));
        var second = sessions.Find("agent:main:main")!.SessionId;
        await client.SayAsync("/reset and go on", "c-3");
        Assert.Equal("heard reset", Text(await client.ChatAsync("inject-c-3", "final")));
        await client.ChatAsync("c-3", "final");
        await client.SayAsync("stop", "c-4");
        Assert.Equal("heard stop", Text(await client.ChatAsync("hook-c-4", "final")));

        var commands = hooks.Heard.Where(static happened => happened.Type == "command").ToList();
        Assert.Equal(["new", "reset", "stop"], commands.Select(static happened => happened.Action));
        Assert.Equal([first, second, sessions.Find("agent:main:main")!.SessionId], commands.Select(static happened => (string?)happened.Context["sessionId"]));
        Assert.All(commands, static happened => Assert.Equal(("agent:main:main", "webchat"), (happened.SessionKey, (string?)happened.Context["source"])));
    }

    [Fact]
    public async Task The_workspace_files_of_a_prompt_can_be_replaced()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        gateway.Parts.Conversations.Hooks.Target = new ScriptedHooks(static (happened, _) =>
        {
            var files = happened.Context["bootstrapFiles"]!.AsArray();
            Assert.Contains(files, static file => (string?)file!["name"] == "AGENTS.md" && !(bool)file["missing"]!);
            happened.Context["bootstrapFiles"] = new JsonArray(
                new JsonObject { ["name"] = "SOUL.md", ["path"] = "/elsewhere/SOUL.md", ["content"] = "Speak like a lighthouse keeper." }, "no file");
            return Task.FromResult<IReadOnlyList<string>>([]);
        });
        await using var client = await gateway.ConnectAsync();

        await client.SayAsync("hello", "c-1");
        await client.ChatAsync("c-1", "final");

        var prompt = server.Requests[0].Body.GetProperty("messages")[0].GetRawText();
        Assert.Contains("lighthouse keeper", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("USER.md", prompt[prompt.IndexOf("lighthouse", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hook_that_does_not_end_holds_no_run_longer_than_its_deadline()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero));
        var asked = new TaskCompletionSource();
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server, time);
        gateway.Parts.Conversations.Hooks.Target = new ScriptedHooks(async (_, ct) =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return [];
        });
        await using var client = await gateway.ConnectAsync(time: time);

        await client.SayAsync("hello", "c-1");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Empty(server.Requests);
        time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal("pong", Text(await client.ChatAsync("c-1", "final")));
    }

    private static string Text(JsonNode chat) => (string)chat["message"]!["content"]![0]!["text"]!;
}
