using OpenClaw.Channels.Tests.Telegram.Support;
using OpenClaw.Testing.Telegram;

namespace OpenClaw.Channels.Tests.Telegram;

public sealed class InboundKindsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pressed_button_is_answered_at_once_even_when_the_journal_is_slow()
    {
        var (bench, _) = await TelegramBench.StartAsync();
        await using var owned = bench;
        var kept = new TaskCompletionSource<bool>();
        bench.Intake.Answer = e => kept.Task;

        bench.Server.Push(BotUpdates.Callback(777, "/status"));
        var answer = await bench.Server.WaitForAsync("answerCallbackQuery");
        Assert.Empty(bench.Intake.Events);
        kept.SetResult(true);
        await bench.UntilAsync(() => bench.Intake.Events.Count == 1);

        Assert.Equal(bench.Intake.Events[0].MessageId, answer["callback_query_id"]);
    }

    [Fact]
    public async Task A_button_that_is_too_old_to_be_answered_still_counts()
    {
        var (bench, _) = await TelegramBench.StartAsync();
        await using var owned = bench;
        bench.Server.Fail("answerCallbackQuery", BotApiFailure.Bad("query is too old and response timeout expired or query ID is invalid"));

        bench.Server.Push(BotUpdates.Callback(777, "/status"));
        await bench.UntilAsync(() => bench.Server.Unconfirmed == 0);

        Assert.Single(bench.Intake.Events);
    }

    [Fact]
    public async Task Fix_17_reactions_to_every_message_of_ours_are_heard_and_to_others_not()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        var sent = await run.Account.SendAsync(SendingTests.Part("777"), "1", Ct);

        bench.Server.Push(BotUpdates.Reaction(777, 1, [], ["🔥"]));
        bench.Server.Push(BotUpdates.Reaction(777, long.Parse(sent.MessageId!), [], ["👍"]));
        await bench.UntilAsync(() => bench.Server.Unconfirmed == 0);
        bench.Time.Advance(TimeSpan.FromHours(25));
        await bench.UntilAsync(() => run.Account.IsReady, TimeSpan.FromSeconds(1));
        await run.Account.SendAsync(SendingTests.Part("888"), "2", Ct);
        bench.Server.Push(BotUpdates.Reaction(777, long.Parse(sent.MessageId!), [], ["❤"]));
        await bench.UntilAsync(() => bench.Server.Unconfirmed == 0, TimeSpan.FromSeconds(1));

        Assert.Equal(["👍"], bench.Intake.Events.Select(e => e.Emoji));
    }

    [Fact]
    public async Task A_group_that_moved_takes_its_settings_along()
    {
        var (bench, _) = await TelegramBench.StartAsync("""{"groups":{"-55":{"requireMention":false}}}""");
        await using var owned = bench;

        bench.Server.Push(BotUpdates.GroupText(-55, 7, "", more: new() { ["migrate_to_chat_id"] = -100055L }));
        await bench.UntilAsync(() => bench.Server.Unconfirmed == 0);

        Assert.Equal(["-100055"], bench.Store.Current.Resolved["channels"]!["telegram"]!["groups"]!.AsObject().Select(g => g.Key));
        Assert.Equal("migrate", Assert.Single(bench.Intake.Events).Kind);
    }

    [Fact]
    public async Task A_config_that_is_not_to_be_changed_is_not_changed()
    {
        var (bench, _) = await TelegramBench.StartAsync("""{"configWrites":false,"groups":{"-55":{"requireMention":false}}}""");
        await using var owned = bench;

        bench.Server.Push(BotUpdates.GroupText(-55, 7, "", more: new() { ["migrate_to_chat_id"] = -100055L }));
        await bench.UntilAsync(() => bench.Server.Unconfirmed == 0);

        Assert.Equal(["-55"], bench.Store.Current.Resolved["channels"]!["telegram"]!["groups"]!.AsObject().Select(g => g.Key));
    }
}
