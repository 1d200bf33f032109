using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Tests.Outbound.Fakes;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Tests.Outbound;

public class OutboxTests
{
    private static readonly SendFault s_passing = new(SendFaultKind.Temporary, "connection reset");
    private static readonly SendFault s_final = new(SendFaultKind.Refused, "chat not found", PlatformCode: "400");

    [Fact]
    public async Task A_send_is_written_down_sent_and_noted()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");

        var end = await bench.SendAsync("hello", "send:1");

        Assert.Equal(("m-hello", "chat"), (end.MessageId, end.ChatId));
        var entry = Assert.Single(bench.Journal.Entries);
        Assert.Equal(("send:1", OutboxState.Sent, "m-hello"), (entry.Key, entry.State, entry.PlatformId));
        Assert.Equal([OutboxState.Sending, OutboxState.Sent], bench.Journal.MarksOf(entry.Id));
        Assert.Equal("send:1", Assert.Single(account.Sends).ClientId);
        Assert.Equal(1, bench.Accounts.Outbound);
        Assert.Equal(1, bench.Outbox.Counts.Sent);
    }

    [Fact]
    public async Task Parts_of_a_message_go_out_in_order_under_keys_of_their_own()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");

        var end = await bench.SendAsync("a|b|c", "send:1");

        Assert.Equal("m-c", end.MessageId);
        Assert.Equal(["a", "b", "c"], account.Texts);
        Assert.Equal(["send:1", "send:1#2", "send:1#3"], account.Sends.Select(send => send.ClientId));
    }

    [Fact]
    public async Task Messages_of_one_chat_wait_for_each_other_and_those_of_others_do_not()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        var hold = new TaskCompletionSource<PartResult>();
        account.Answer = (part, _) => part.Text == "slow" ? hold.Task : Task.FromResult(new PartResult("m"));

        var slow = bench.SendAsync("slow", "send:1", "one");
        await OutboxBench.Until(() => account.Sends.Count == 1);
        var behind = bench.SendAsync("behind", "send:2", "one");
        await bench.SendAsync("other", "send:3", "two");

        Assert.Equal(["slow", "other"], account.Texts);
        Assert.False(behind.IsCompleted);
        hold.SetResult(new PartResult("m"));
        await slow;
        await behind;
        Assert.Equal(["slow", "other", "behind"], account.Texts);
    }

    [Fact]
    public async Task An_account_has_at_most_eight_sends_under_way()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        var hold = new TaskCompletionSource<PartResult>();
        account.Answer = (_, _) => hold.Task;

        var all = Enumerable.Range(0, 40).Select(chat => bench.SendAsync("x", $"send:{chat}", $"chat-{chat}")).ToArray();
        await OutboxBench.Until(() => account.Sends.Count == 8);
        await OutboxBench.Until(() => bench.Outbox.Counts is { Waiting: 40, Sending: 8 });

        Assert.Equal(8, account.Sends.Count);
        hold.SetResult(new PartResult("m"));
        await Task.WhenAll(all);
        Assert.Equal(8, account.Most);
    }

    [Fact]
    public async Task A_send_that_fails_for_a_passing_reason_is_tried_three_times_and_then_told()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        account.Fails(s_passing);

        var send = bench.SendAsync("hello", "send:1");
        await bench.UntilAsTimePasses(() => send.IsCompleted, 0.1);

        Assert.Equal(s_passing, (await send).Fault);
        Assert.Equal(3, account.Sends.Count);
        Assert.Equal("Temporary: connection reset", Assert.Single(bench.Journal.Entries).Error);
        Assert.Equal((2L, 1L), (bench.Outbox.Counts.Retried, bench.Outbox.Counts.Failed));
    }

    [Fact]
    public async Task How_often_a_send_is_tried_is_a_matter_of_the_config()
    {
        await using var bench = new OutboxBench("""{"channels":{"telegram":{"retry":{"attempts":1}}}}""").Started();
        var account = bench.Accounts.Add("telegram");
        account.Fails(s_passing);

        Assert.Equal(s_passing, (await bench.SendAsync("hello", "send:1")).Fault);
        Assert.Single(account.Sends);
    }

    [Fact]
    public async Task A_send_that_the_platform_refuses_is_not_tried_again()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        account.Fails(s_final);

        Assert.Equal(s_final, (await bench.SendAsync("hello", "send:1")).Fault);
        Assert.Single(account.Sends);
    }

    [Fact]
    public async Task Complaint_6_an_answer_is_tried_until_it_is_out_as_the_platform_asks_429()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        account.FailsFirst(5, new SendFault(SendFaultKind.RateLimited, "Too Many Requests", TimeSpan.FromSeconds(45)));

        var ids = await bench.AnswerAsync("hello", "run:1");
        var end = bench.Outbox.CompletionAsync(ids, OutboxBench.Ct);
        await OutboxBench.Until(() => bench.Journal.MarksOf(ids[0]).Count == 2);
        bench.Time.Advance(TimeSpan.FromSeconds(44));
        await Task.Delay(20, OutboxBench.Ct);
        Assert.Single(account.Sends);

        await bench.UntilAsTimePasses(() => end.IsCompleted, 15);
        Assert.Equal("m-hello", (await end).MessageId);
        Assert.Equal(6, account.Sends.Count);
    }

    [Fact]
    public async Task A_passing_failure_holds_its_chat_so_that_the_order_stays()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        account.FailsFirst(1, s_passing);

        var first = await bench.AnswerAsync("first", "run:1");
        var second = await bench.AnswerAsync("second", "run:2");
        var end = bench.Outbox.CompletionAsync([.. first, .. second], OutboxBench.Ct);
        await bench.UntilAsTimePasses(() => end.IsCompleted, 0.5);

        Assert.Equal(["first", "first", "second"], account.Texts);
    }

    [Fact]
    public async Task A_final_failure_drops_the_rest_of_its_message_and_nothing_else()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        account.Answer = (part, _) => Task.FromResult(part.Text == "b" ? PartResult.Failed(s_final) : new PartResult("m"));

        var first = await bench.AnswerAsync("a|b|c|d", "run:1");
        var second = await bench.AnswerAsync("next", "run:2");

        Assert.Equal(s_final, (await bench.Outbox.CompletionAsync(first, OutboxBench.Ct)).Fault);
        Assert.True((await bench.Outbox.CompletionAsync(second, OutboxBench.Ct)).Ok);
        Assert.Equal(["a", "b", "next"], account.Texts);
        Assert.Equal(
            [OutboxState.Sent, OutboxState.Failed, OutboxState.Failed, OutboxState.Failed, OutboxState.Sent],
            bench.Journal.Entries.Select(entry => entry.State));
    }

    [Fact]
    [Trait("Runbook", "D1")]
    public async Task A_send_on_an_account_that_is_not_reached_fails_at_once_and_leaves_nothing()
    {
        await using var bench = new OutboxBench().Started();
        bench.Accounts.Add("telegram").IsReady = false;

        var end = await bench.SendAsync("hello", "send:1");

        Assert.Equal((SendFaultKind.NotConnected, TimeSpan.FromSeconds(7)), (end.Fault!.Kind, end.Fault.RetryAfter));
        Assert.Empty(bench.Journal.Entries);
    }

    [Fact]
    public async Task An_answer_waits_for_its_account()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        account.IsReady = false;

        var ids = await bench.AnswerAsync("hello", "run:1");
        await OutboxBench.Until(() => bench.Outbox.Counts.Waiting == 1);
        Assert.Empty(account.Sends);
        bench.Accounts.BecomesReady(account);

        Assert.Equal("m-hello", (await bench.Outbox.CompletionAsync(ids, OutboxBench.Ct)).MessageId);
    }

    [Fact]
    public async Task An_account_that_loses_its_connection_in_a_send_gets_the_answer_later_and_the_asking_caller_the_failure()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        account.Answer = (_, _) =>
        {
            account.IsReady = false;
            return Task.FromResult(PartResult.Failed(new SendFault(SendFaultKind.NotConnected, "closed")));
        };

        Assert.Equal(SendFaultKind.NotConnected, (await bench.SendAsync("asked", "send:1", "one")).Fault!.Kind);
        account.IsReady = true;
        var ids = await bench.AnswerAsync("answer", "run:1", "two");
        await OutboxBench.Until(() => account.Sends.Count == 2);
        account.Answer = (_, _) => Task.FromResult(new PartResult("m"));
        var end = bench.Outbox.CompletionAsync(ids, OutboxBench.Ct);
        await bench.UntilAsTimePasses(() => bench.Journal.Entries[1].NextAttemptAt > 0);
        bench.Accounts.BecomesReady(account);
        await bench.UntilAsTimePasses(() => end.IsCompleted);

        Assert.Equal(["asked", "answer", "answer"], account.Texts);
    }

    [Fact]
    public async Task An_answer_nobody_could_be_given_in_a_day_is_given_up_with_the_last_reason()
    {
        await using var bench = new OutboxBench().Started();
        bench.Accounts.Add("telegram").Fails(s_passing);

        var ids = await bench.AnswerAsync("hello", "run:1");
        var end = bench.Outbox.CompletionAsync(ids, OutboxBench.Ct);
        await bench.UntilAsTimePasses(() => end.IsCompleted, 3600);

        Assert.Contains("in time; the last try: connection reset", (await end).Fault!.Message, StringComparison.Ordinal);
        Assert.Equal(OutboxState.Failed, bench.Journal.Entries[0].State);
    }

    [Fact]
    public async Task Who_waits_behind_a_chat_that_does_not_move_is_told_in_time()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        account.Fails(s_passing);

        await bench.AnswerAsync("stuck", "run:1");
        await OutboxBench.Until(() => account.Sends.Count == 1);
        var send = bench.SendAsync("behind", "send:1");
        await bench.UntilAsTimePasses(() => send.IsCompleted, 20);

        Assert.Equal(SendFaultKind.Temporary, (await send).Fault!.Kind);
        Assert.DoesNotContain("behind", account.Texts);
        Assert.Equal([OutboxState.Waiting, OutboxState.Failed], bench.Journal.Entries.Select(entry => entry.State == OutboxState.Sending ? OutboxState.Waiting : entry.State));
    }

    [Fact]
    public async Task An_attachment_is_a_local_file_when_the_channel_sees_it_and_a_bad_one_is_the_end()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        var message = OutboxBench.Message("") with { Media = ["https://example.com/cat.png"] };

        await bench.Outbox.SendAsync(message, "send:1", SendOptions.Direct, OutboxBench.Ct);
        Assert.Equal("/local/cat.png", Assert.Single(account.Sends).Part.Media);

        bench.Media.Fault = new SendFault(SendFaultKind.TooLarge, "too large");
        var end = await bench.Outbox.SendAsync(message, "send:2", SendOptions.Direct, OutboxBench.Ct);
        Assert.Equal(SendFaultKind.TooLarge, end.Fault!.Kind);
        Assert.Single(account.Sends);
    }

    [Fact]
    public async Task A_message_without_content_or_channel_is_refused_and_not_kept()
    {
        await using var bench = new OutboxBench().Started();
        bench.Accounts.Add("telegram");

        Assert.Equal(SendFaultKind.Unsupported, (await bench.SendAsync("", "send:1")).Fault!.Kind);
        Assert.NotNull((await bench.SendAsync("x", "send:2", channel: "discord")).Fault);
        Assert.Empty(bench.Journal.Entries);
    }

    [Fact]
    public async Task An_operator_takes_a_waiting_message_out_with_its_rest()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        account.IsReady = false;
        var ids = await bench.AnswerAsync("a|b", "run:1");
        await OutboxBench.Until(() => bench.Outbox.Counts.Waiting == 2);

        Assert.True(await bench.Outbox.DropAsync(ids[0], OutboxBench.Ct));

        Assert.Equal([OutboxState.Dropped, OutboxState.Failed], bench.Journal.Entries.Select(entry => entry.State));
        bench.Accounts.BecomesReady(account);
        Assert.False(await bench.Outbox.DropAsync(ids[0], OutboxBench.Ct));
        Assert.Contains("operator", (await bench.Outbox.CompletionAsync(ids, OutboxBench.Ct)).Fault!.Message, StringComparison.Ordinal);
        Assert.Empty(account.Sends);
    }
}
