using System.Text.Json.Nodes;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Tests.Telegram.Support;
using OpenClaw.Testing.Telegram;

namespace OpenClaw.Channels.Tests.Telegram;

public sealed class PollingTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_message_reaches_the_journal_and_only_then_Telegram_is_told()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        var kept = new TaskCompletionSource<bool>();
        bench.Intake.Answer = e => kept.Task;

        bench.Server.Push(BotUpdates.Text(777, "hej", "Ann", "ann"));
        await bench.UntilAsync(() => bench.Intake.Offers == 1);
        Assert.Equal(1, bench.Server.Unconfirmed);
        kept.SetResult(true);
        await bench.UntilAsync(() => bench.Server.Unconfirmed == 0);

        var said = Assert.Single(bench.Intake.Events);
        Assert.Equal(("hej", "777", "direct", "ann"), (said.Text, said.PeerId, said.ChatType, said.Sender.Username));
        Assert.True(run.Account.State.Connected);
        Assert.NotNull(run.Account.State.LastMessageAt);
    }

    [Fact]
    public async Task Only_kinds_that_are_handled_are_asked_for_and_the_first_poll_has_no_offset()
    {
        var (bench, _) = await TelegramBench.StartAsync();
        await using var owned = bench;

        var poll = bench.Server.CallsOf("getUpdates")[0];

        Assert.Equal("""["message","callback_query","message_reaction","my_chat_member"]""", poll.Params["allowed_updates"]!.ToJsonString());
        Assert.Null(poll["offset"]);
        Assert.Equal("30", poll["timeout"]);
    }

    [Fact]
    public async Task Updates_that_finish_out_of_order_are_never_lost()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        var slow = new TaskCompletionSource<bool>();
        bench.Intake.Answer = e => e.ChatId == "1" ? slow.Task : Task.FromResult(true);
        using (bench.Server.Hold("getUpdates"))
        {
            // The waiting poll takes the first alone; the rest come together.
            bench.Server.Push(BotUpdates.Text(5, "first"));
            await bench.UntilAsync(() => bench.Intake.Events.Count == 1);
            bench.Server.Push(BotUpdates.Text(1, "of a slow chat"));
            bench.Server.Push(BotUpdates.Text(2, "of another"));
        }

        await bench.UntilAsync(() => bench.Intake.Events.Count == 2);
        await run.StopAsync();
        bench.Intake.Answer = static e => Task.FromResult(true);
        await using var again = bench.Start();
        await bench.UntilAsync(() => bench.Server.Unconfirmed == 0);

        Assert.Equal(["first", "of another", "of a slow chat"], bench.Intake.Events.Select(e => e.Text));
    }

    [Fact]
    public async Task What_cannot_be_kept_stays_at_Telegram_and_is_offered_again()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        var full = true;
        bench.Intake.Answer = e => Task.FromResult(!full);

        bench.Server.Push(BotUpdates.Text(1, "one"));
        await bench.UntilAsync(() => run.Account.State.Problem is not null);
        Assert.Equal(1, bench.Server.Unconfirmed);
        Assert.Contains("message journal", run.Account.State.Problem);
        full = false;
        await bench.UntilAsync(() => bench.Server.Unconfirmed == 0, s_second);

        Assert.Single(bench.Intake.Events);
        Assert.Null(run.Account.State.Problem);
    }

    [Fact]
    public async Task After_a_restart_it_goes_on_where_it_stopped()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        var id = bench.Server.Push(BotUpdates.Text(1, "before"));
        await bench.UntilAsync(() => bench.Server.Unconfirmed == 0);
        await run.StopAsync();
        bench.Server.Push(BotUpdates.Text(1, "between"));

        await using var again = bench.Start();
        await bench.UntilAsync(() => bench.Server.Unconfirmed == 0);

        Assert.Equal(["before", "between"], bench.Intake.Events.Select(e => e.Text));
        await again.StopAsync();
        Assert.Equal(id + 1, JsonNode.Parse(await File.ReadAllTextAsync(bench.StateFile("update-offset-default.json"), TestContext.Current.CancellationToken))!["lastUpdateId"]!.GetValue<long>());
    }

    [Fact]
    public async Task What_the_original_finished_is_not_answered_again()
    {
        await using var bench = await TelegramBench.CreateAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(bench.StateFile("x"))!);
        await File.WriteAllTextAsync(bench.StateFile("update-offset-default.json"), """{"version":1,"lastUpdateId":5000}""", TestContext.Current.CancellationToken);
        bench.Server.Push(Numbered(4999, "old"));
        bench.Server.Push(Numbered(5000, "last one"));
        bench.Server.Push(Numbered(5001, "new"));

        await using var run = bench.Start();
        await bench.UntilAsync(() => bench.Server.Unconfirmed == 0);

        Assert.Equal(["new"], bench.Intake.Events.Select(e => e.Text));
    }

    [Fact]
    public async Task Ids_that_begin_anew_after_a_quiet_week_are_not_taken_for_old_ones()
    {
        await using var bench = await TelegramBench.CreateAsync();
        bench.Server.LongestPoll = TimeSpan.FromMilliseconds(50);
        await using var run = bench.Start();
        bench.Server.Push(Numbered(800_000_000, "before"));
        await bench.UntilAsync(() => bench.Intake.Events.Count == 1);
        var polls = bench.Server.CallsOf("getUpdates").Count;
        await bench.UntilAsync(() => bench.Server.CallsOf("getUpdates").Count > polls + 2, s_second);

        bench.Server.Push(Numbered(90_000, "after"));
        await bench.UntilAsync(() => bench.Intake.Events.Count == 2, s_second);

        Assert.Equal("after", bench.Intake.Events[1].Text);
    }

    [Fact]
    public async Task An_update_that_nobody_can_read_does_not_stand_in_the_way()
    {
        var (bench, _) = await TelegramBench.StartAsync();
        await using var owned = bench;

        bench.Server.Push(new JsonObject { ["message"] = new JsonObject { ["message_id"] = "seven", ["chat"] = 3 } });
        bench.Server.Push(new JsonObject { ["message"] = new JsonObject { ["message_id"] = 9, ["date"] = 1, ["chat"] = new JsonObject { ["id"] = 1, ["type"] = "private" }, ["dice"] = new JsonObject() } });
        bench.Server.Push(BotUpdates.Text(1, "fine"));
        await bench.UntilAsync(() => bench.Server.Unconfirmed == 0);

        Assert.Equal(["fine"], bench.Intake.Events.Select(e => e.Text));
        Assert.Contains("passed over", bench.Log);
    }

    [Fact]
    public async Task A_network_that_goes_away_for_ten_minutes_costs_no_message()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        bench.Server.GoDown();
        await bench.UntilAsync(() => !run.Account.State.Connected);
        Assert.False(run.Account.IsReady);
        Assert.NotNull(run.Account.State.NextAttemptAt);
        Assert.NotNull(run.Account.State.LastDisconnect);
        bench.Server.Push(BotUpdates.Text(1, "meanwhile"));
        var end = bench.Time.GetUtcNow().AddMinutes(10);
        await bench.UntilAsync(() => bench.Time.GetUtcNow() > end, TimeSpan.FromSeconds(10));
        Assert.True(run.Account.State.ReconnectAttempts > 3);

        bench.Server.ComeBack();
        await bench.UntilAsync(() => bench.Server.Unconfirmed == 0, TimeSpan.FromSeconds(10));

        Assert.Equal(["meanwhile"], bench.Intake.Events.Select(e => e.Text));
        Assert.True(run.Account.IsReady);
        Assert.Equal((0, null), (run.Account.State.ReconnectAttempts, run.Account.State.Problem));
    }

    [Fact]
    public async Task A_network_that_is_not_there_at_the_start_is_waited_for()
    {
        await using var bench = await TelegramBench.CreateAsync();
        bench.Server.GoDown();
        await using var run = bench.Start();
        await bench.UntilAsync(() => run.Account.State.Problem is not null);

        bench.Server.ComeBack();
        await bench.UntilAsync(() => run.Account.IsReady, s_second);

        Assert.False(run.End.IsCompleted);
    }

    [Fact]
    public async Task Complaint_10_a_poll_that_hangs_ends_by_itself_and_the_next_one_works()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        bench.Time.Advance(TimeSpan.FromSeconds(46));
        await bench.UntilAsync(() => run.Account.State.ReconnectAttempts == 1);

        bench.Server.Push(BotUpdates.Text(1, "still there"));
        await bench.UntilAsync(() => bench.Intake.Events.Count == 1, s_second);

        Assert.Null(run.Account.State.Problem);
    }

    [Fact]
    public async Task Complaint_10_another_program_with_the_same_token_is_named_and_not_fought()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        bench.Server.Fail("getUpdates", new BotApiFailure(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"), times: 2);
        bench.Server.Push(BotUpdates.Text(1, "frees the poll that waits"));
        await bench.UntilAsync(() => run.Account.State.Problem is not null);
        Assert.Contains("another program polls with this bot's token", run.Account.State.Problem);
        Assert.False(run.End.IsCompleted);

        await bench.UntilAsync(() => run.End.IsCompleted, s_second);

        var stopped = await Assert.ThrowsAsync<AccountStoppedException>(() => run.End);
        Assert.Contains("409", stopped.Message);
        Assert.Equal(TimeSpan.FromMinutes(5), stopped.RetryAfter);
    }

    [Fact]
    public async Task One_stray_call_of_another_program_costs_ten_seconds()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        using var http = new HttpClient();
        using var stray = await http.GetAsync(new Uri($"{bench.Server.Root}/bot{bench.Server.Token}/getUpdates?timeout=0"), TestContext.Current.CancellationToken);
        await bench.UntilAsync(() => run.Account.State.Problem is not null);

        await bench.UntilAsync(() => run.Account.State.Connected, s_second);

        Assert.False(run.End.IsCompleted);
    }

    [Fact]
    public async Task A_token_that_was_revoked_stops_the_account_and_says_what_to_do()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;

        bench.Server.Revoke();
        var stopped = await Assert.ThrowsAsync<AccountStoppedException>(() => run.End);

        Assert.Null(stopped.RetryAfter);
        Assert.Contains("account default", stopped.Message);
        Assert.Contains("channels.telegram.botToken", stopped.Message);
        Assert.Contains("@BotFather", stopped.Message);
        Assert.DoesNotContain("AAHdq", stopped.Message + bench.Log);
    }

    [Fact]
    public async Task A_web_hook_of_an_earlier_mode_is_taken_away_and_what_waits_there_is_polled()
    {
        await using var bench = await TelegramBench.CreateAsync();
        bench.Server.Webhook = new BotApiWebhook("https://old.example/hook", "s", null);
        bench.Server.Push(BotUpdates.Text(1, "waited"));

        await using var run = bench.Start();
        await bench.UntilAsync(() => bench.Server.Unconfirmed == 0);

        Assert.Null(bench.Server.Webhook);
        Assert.Equal("false", bench.Server.CallsOf("deleteWebhook")[0]["drop_pending_updates"]);
        Assert.Single(bench.Intake.Events);
    }

    [Fact]
    public async Task Without_a_web_hook_none_is_deleted()
    {
        var (bench, _) = await TelegramBench.StartAsync();
        await using var owned = bench;

        Assert.Single(bench.Server.CallsOf("getWebhookInfo"));
        Assert.Empty(bench.Server.CallsOf("deleteWebhook"));
    }

    private static JsonObject Numbered(long id, string text)
    {
        var update = BotUpdates.Text(1, text);
        update["update_id"] = id;
        return update;
    }
}
