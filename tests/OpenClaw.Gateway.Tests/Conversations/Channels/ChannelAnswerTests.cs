using OpenClaw.Agents.Tests.Support;
using OpenClaw.Agents.Transcripts;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Conversations.Channels;

/// <summary>Messages of channels become answers, once each, wherever the process ends in between (spec 13 rows 6 and 7, spec 00 G2).</summary>
[Trait("Runbook", "G2")]
public sealed class ChannelAnswerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_answered_and_its_entry_ends_with_the_answer_in_the_outbox()
    {
        await using var model = new ModelServer(static e => e.OpenAiAsync("good day"));
        await using var bench = await ChannelBench.StartAsync(model);
        await bench.SayAsync("hello", "1");

        Assert.Equal(["good day"], await bench.AnswersAsync());
        Assert.Equal([("user", "[Telegram Ann] hello\n[message_id: 1]"), ("assistant", "good day")], bench.Conversation());
        var entry = bench.Gateway.Parts.Conversations.Sessions.Find("agent:main:main")!;
        Assert.Equal(("telegram", "777"), (entry.Text("lastChannel"), entry.Text("lastTo")));
    }

    [Fact]
    public async Task A_message_whose_prompt_was_never_stored_is_answered_after_the_restart()
    {
        await using var model = new ModelServer(static e => e.GoneAsync(), static e => e.OpenAiAsync("good day"));
        await using var bench = await ChannelBench.StartAsync(model);
        await bench.SayAsync("hello", "1");
        await Until.HoldsAsync(() => Task.FromResult(model.Requests.Count == 1));

        await bench.RestartAsync();

        Assert.Equal(["good day"], await bench.AnswersAsync());
        Assert.Equal([("user", "[Telegram Ann] hello\n[message_id: 1]"), ("assistant", "good day")], bench.Conversation());
    }

    [Fact]
    public async Task An_answer_that_was_stored_and_not_queued_goes_out_without_asking_a_model_again()
    {
        await using var model = new ModelServer(static e => e.OpenAiAsync("unused"));
        await using var bench = await ChannelBench.StartAsync(model);
        await LeaveAsync(bench, "hello", "1", answer: "good day");

        await bench.RestartAsync();

        Assert.Equal(["good day"], await bench.AnswersAsync());
        Assert.Empty(model.Requests);
    }

    [Fact]
    public async Task A_run_that_had_used_tools_goes_on_from_there()
    {
        await using var model = new ModelServer(static e => e.OpenAiAsync("done"));
        await using var bench = await ChannelBench.StartAsync(model);
        await LeaveAsync(bench, "do it", "1", answer: null);

        await bench.RestartAsync();

        Assert.Equal(["done"], await bench.AnswersAsync());
        Assert.Equal(["user", "assistant", "assistant"], bench.Conversation().Select(static line => line.Role));
        Assert.Contains("It may or may not have had its effect", model.Requests[0].Body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_that_were_answered_together_get_one_answer_also_when_the_restart_comes_before_it_is_queued()
    {
        var release = new TaskCompletionSource();
        await using var model = new ModelServer(
            async e =>
            {
                await release.Task;
                await e.OpenAiAsync("first");
            },
            static e => e.OpenAiAsync("both"));
        await using var bench = await ChannelBench.StartAsync(model);
        await bench.SayAsync("one", "1");
        await Until.HoldsAsync(() => Task.FromResult(model.Requests.Count == 1));
        await bench.SayAsync("two", "2");
        await bench.SayAsync("three", "3");
        release.SetResult();

        Assert.Equal(["first", "both"], await bench.AnswersAsync());
        Assert.Equal(2, bench.Conversation().Count(static line => line.Role == "assistant"));
        Assert.Equal(2, model.Requests.Count);
    }

    [Fact]
    public async Task A_failure_is_told_and_ends_the_message()
    {
        await using var model = new ModelServer(static e => e.AnswerAsync(400, """{"error":{"message":"bad model"}}"""));
        await using var bench = await ChannelBench.StartAsync(model);
        await bench.SayAsync("hello", "1");

        var said = Assert.Single(await bench.AnswersAsync());
        Assert.Contains("bad model", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_is_answered_without_a_model_and_a_repeated_key_is_one_message()
    {
        await using var model = new ModelServer();
        await using var bench = await ChannelBench.StartAsync(model);
        await bench.SayAsync("/whoami", "1");
        var first = Assert.Single(await bench.AnswersAsync());

        Assert.Contains("777", first, StringComparison.Ordinal);
        Assert.False((await bench.Journal.AcceptAsync(new Storage.Journal.NewInboxEntry("telegram", "default", "m:1", "777", default), Ct)).IsNew);
        Assert.Empty(model.Requests);
    }

    /// <summary>The state a process leaves that died after it had stored a prompt and what followed: nothing of it is in the memory of the next one.</summary>
    private static async Task LeaveAsync(ChannelBench bench, string text, string id, string? answer)
    {
        var store = bench.Gateway.Parts.Conversations.Sessions;
        var entry = await store.UpdateAsync("agent:main:main", static _ => { }, Ct);
        await bench.AcceptAsync(text, id);
        var transcript = store.Transcript("agent:main:main", entry)!;
        await transcript.AppendMessageAsync(Json($$"""{"role":"user","content":[{"type":"text","text":"{{text}}"}]}"""), Ct, PromptId.Of($"ch-{id}", 0));
        await transcript.AppendMessageAsync(
            Json(answer is not null
                ? $$"""{"role":"assistant","content":[{"type":"text","text":"{{answer}}"}],"stopReason":"stop","provider":"stub","model":"stub-1"}"""
                : """{"role":"assistant","content":[{"type":"toolCall","id":"c1","name":"exec","arguments":{}}],"stopReason":"toolUse","provider":"stub","model":"stub-1"}"""),
            Ct);
        if (answer is null)
            await transcript.AppendMessageAsync(
                Json("""{"role":"toolResult","toolCallId":"c1","toolName":"exec","content":[{"type":"text","text":"It may or may not have had its effect"}],"isError":true}"""), Ct);
    }

    private static System.Text.Json.JsonElement Json(string text) => System.Text.Json.JsonDocument.Parse(text).RootElement.Clone();
}
