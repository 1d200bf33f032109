using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Tests.Outbound.Fakes;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Tests.Outbound;

/// <summary>Nothing twice, nothing lost: keys, restarts, full disks.</summary>
public class OutboxRepetitionTests
{
    private static readonly SendFault s_passing = new(SendFaultKind.Temporary, "connection reset");

    [Fact]
    public async Task Complaint_7_a_key_is_sent_once_and_its_result_told_again()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");

        var first = await bench.SendAsync("hello", "send:1");
        var again = await bench.SendAsync("something else", "send:1");
        bench.Restart();
        var later = await bench.SendAsync("hello", "send:1");

        Assert.Single(account.Sends);
        Assert.False(first.IsRepeat);
        Assert.Equal(first with { IsRepeat = true }, again);
        Assert.Equal((first.MessageId, first.ChatId), (later.MessageId, later.ChatId));
    }

    [Fact]
    public async Task Callers_of_one_key_at_the_same_time_share_one_send()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        var hold = new TaskCompletionSource<PartResult>();
        account.Answer = (_, _) => hold.Task;

        var calls = Enumerable.Range(0, 5).Select(_ => bench.SendAsync("hello", "send:1")).ToArray();
        await OutboxBench.Until(() => account.Sends.Count == 1);
        hold.SetResult(new PartResult("m1"));

        Assert.All(await Task.WhenAll(calls), end => Assert.Equal("m1", end.MessageId));
        Assert.Single(account.Sends);
    }

    [Fact]
    public async Task A_refusal_is_told_again_also_after_a_restart_and_a_passing_failure_is_tried_anew()
    {
        await using var bench = new OutboxBench("""{"channels":{"telegram":{"retry":{"attempts":1}}}}""").Started();
        var account = bench.Accounts.Add("telegram");
        account.Fails(new SendFault(SendFaultKind.Refused, "bot was blocked"));
        await bench.SendAsync("no", "send:refused");
        account.Fails(s_passing);
        await bench.SendAsync("later", "send:passing", "other");
        account.Answer = (_, _) => Task.FromResult(new PartResult("m"));

        Assert.Equal("bot was blocked", (await bench.SendAsync("no", "send:refused")).Fault!.Message);
        bench.Restart();
        Assert.Equal("bot was blocked", (await bench.SendAsync("no", "send:refused")).Fault!.Message);
        Assert.True((await bench.SendAsync("later", "send:passing", "other")).Ok);

        Assert.Equal(["no", "later", "later"], account.Texts);
        Assert.Equal("send:passing", account.Sends[^1].ClientId);
    }

    [Fact]
    public async Task Asked_for_again_a_message_goes_on_with_the_part_that_failed()
    {
        await using var bench = new OutboxBench("""{"channels":{"telegram":{"retry":{"attempts":1}}}}""").Started();
        var account = bench.Accounts.Add("telegram");
        account.Answer = (part, _) => Task.FromResult(part.Text == "b" ? PartResult.Failed(s_passing) : new PartResult("m-" + part.Text));
        Assert.False((await bench.SendAsync("a|b|c", "send:1")).Ok);
        account.Answer = (part, _) => Task.FromResult(new PartResult("m-" + part.Text));

        Assert.Equal("m-c", (await bench.SendAsync("a|b|c", "send:1")).MessageId);

        Assert.Equal(["a", "b", "b", "c"], account.Texts);
        Assert.Equal(["send:1", "send:1#2", "send:1#2", "send:1#3"], account.Sends.Select(send => send.ClientId));
    }

    [Fact]
    public async Task What_does_not_fit_into_memory_waits_in_the_journal_and_keeps_its_order()
    {
        await using var bench = new OutboxBench(mostWaiting: 4);
        var account = bench.Accounts.Add("telegram");
        account.IsReady = false;
        var ids = new List<long>();
        for (var i = 0; i < 20; i++)
            ids.AddRange(await bench.AnswerAsync($"{i}", $"run:{i}"));
        bench.Outbox.Start();
        await OutboxBench.Until(() => bench.Outbox.Counts.Waiting == 4);
        account.IsReady = true;
        Assert.Equal("too many messages wait to be sent", (await bench.SendAsync("new", "send:1")).Fault!.Message);

        bench.Accounts.BecomesReady(account);

        Assert.True((await bench.Outbox.CompletionAsync(ids, OutboxBench.Ct)).Ok);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}"), account.Texts);
        await OutboxBench.Until(() => bench.Journal.Counts.Outbox == 0);
        Assert.True((await bench.SendAsync("new", "send:1")).Ok);
    }

    [Fact]
    [Trait("Runbook", "G2")]
    public async Task What_waited_is_sent_after_a_restart_in_order()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        account.IsReady = false;
        await bench.AnswerAsync("a|b", "run:1");
        var last = await bench.AnswerAsync("c", "run:2");
        await bench.Outbox.DisposeAsync();

        account.IsReady = true;
        bench.Restart();

        Assert.True((await bench.Outbox.CompletionAsync(last, OutboxBench.Ct)).Ok);
        Assert.Equal(["a", "b", "c"], account.Texts);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    [Trait("Runbook", "G2")]
    public async Task A_send_cut_off_by_a_kill_is_repeated_under_its_name_and_counted_where_the_platform_cannot_tell(bool idempotent, int counted)
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram", idempotent);
        account.Answer = (_, _) => new TaskCompletionSource<PartResult>().Task;
        var ids = await bench.AnswerAsync("hello", "run:1");
        await OutboxBench.Until(() => account.Sends.Count == 1);

        account.Answer = (_, _) => Task.FromResult(new PartResult("m"));
        bench.Restart();
        Assert.True((await bench.Outbox.CompletionAsync(ids, OutboxBench.Ct)).Ok);

        Assert.Equal(["run:1", "run:1"], account.Sends.Select(send => send.ClientId));
        Assert.Equal(counted, bench.Journal.Uncertain);
        Assert.Equal(counted, bench.Outbox.Counts.Uncertain);
    }

    [Fact]
    public async Task A_message_whose_first_part_failed_before_a_kill_goes_no_further()
    {
        await using var bench = new OutboxBench();
        var account = bench.Accounts.Add("telegram");
        var ids = await bench.AnswerAsync("a|b", "run:1");
        await bench.Journal.MarkAsync(ids[0], new OutboxMark(OutboxState.Failed, Error: "Refused: no"), OutboxBench.Ct);
        await bench.AnswerAsync("next", "run:2");
        bench.Restart();

        await OutboxBench.Until(() => account.Sends.Count == 1);

        Assert.Equal(["next"], account.Texts);
        await OutboxBench.Until(() => bench.Journal.Entries[1].State == OutboxState.Failed);
    }

    [Fact]
    public async Task Complaint_20_a_disk_that_takes_nothing_sends_nothing_twice()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        account.Answer = (_, _) =>
        {
            bench.Journal.Full = "no space left on device";
            return Task.FromResult(new PartResult("m"));
        };
        var sending = bench.SendAsync("hello", "send:1");
        await bench.UntilAsTimePasses(() => sending.IsCompleted);
        Assert.True((await sending).Ok);

        // Nothing can be accepted, and what is out is not sent again.
        Assert.Equal(SendFaultKind.Temporary, (await bench.SendAsync("more", "send:2")).Fault!.Kind);
        for (var i = 0; i < 50; i++)
        {
            bench.Time.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(1, OutboxBench.Ct);
        }

        Assert.Single(account.Sends);
        bench.Journal.Full = null;
        await bench.UntilAsTimePasses(() => bench.Journal.Entries[0].State == OutboxState.Sent);
        account.Answer = (_, _) => Task.FromResult(new PartResult("m2"));
        Assert.Equal("m2", (await bench.SendAsync("more", "send:2")).MessageId);
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_before_a_send_holds_it_back()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        account.IsReady = false;
        var ids = await bench.AnswerAsync("hello", "run:1");
        await OutboxBench.Until(() => bench.Outbox.Counts.Waiting == 1);
        bench.Journal.Full = "no space left on device";
        bench.Accounts.BecomesReady(account);
        for (var i = 0; i < 20; i++)
        {
            bench.Time.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(1, OutboxBench.Ct);
        }

        Assert.Empty(account.Sends);
        bench.Journal.Full = null;
        var end = bench.Outbox.CompletionAsync(ids, OutboxBench.Ct);
        await bench.UntilAsTimePasses(() => end.IsCompleted);
        Assert.Single(account.Sends);
    }

    [Fact]
    public async Task Complaint_6_a_stop_lets_sends_under_way_end_and_keeps_the_rest()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        var hold = new TaskCompletionSource<PartResult>();
        account.Answer = (_, _) => hold.Task;
        var sending = bench.SendAsync("now", "send:1");
        await OutboxBench.Until(() => account.Sends.Count == 1);
        var waiting = bench.SendAsync("rest", "send:2");
        await OutboxBench.Until(() => bench.Outbox.Counts.Waiting == 2);

        var stopping = bench.Outbox.DisposeAsync().AsTask();
        hold.SetResult(new PartResult("m"));
        await stopping;

        Assert.True((await sending).Ok);
        Assert.Contains("stopping", (await waiting).Fault!.Message, StringComparison.Ordinal);
        Assert.Equal([OutboxState.Sent, OutboxState.Waiting], bench.Journal.Entries.Select(entry => entry.State));
        Assert.Contains("stopping", (await bench.SendAsync("more", "send:3")).Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_a_send_that_does_not_end()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        account.Answer = (_, _) => new TaskCompletionSource<PartResult>().Task;
        var sending = bench.SendAsync("now", "send:1");
        await OutboxBench.Until(() => account.Sends.Count == 1);

        await bench.DisposeAsync();

        Assert.Contains("stopping", (await sending).Fault!.Message, StringComparison.Ordinal);
        Assert.Equal(OutboxState.Sending, bench.Journal.Entries[0].State);
    }

    [Fact]
    public async Task A_channel_that_never_answers_loses_the_send_after_its_limit_and_gets_it_again()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        account.Answer = (_, _) => new TaskCompletionSource<PartResult>().Task;
        var ids = await bench.AnswerAsync("hello", "run:1");
        await OutboxBench.Until(() => account.Sends.Count == 1);
        account.Answer = (_, _) => Task.FromResult(new PartResult("m"));

        var end = bench.Outbox.CompletionAsync(ids, OutboxBench.Ct);
        await bench.UntilAsTimePasses(() => end.IsCompleted, 10);

        Assert.Equal(2, account.Sends.Count);
        Assert.Equal(1, bench.Journal.Uncertain);
    }

    [Fact]
    public async Task A_channel_that_throws_is_no_reason_to_lose_its_chat()
    {
        await using var bench = new OutboxBench().Started();
        var account = bench.Accounts.Add("telegram");
        account.Answer = (_, _) => throw new InvalidOperationException("a mistake");
        var ids = await bench.AnswerAsync("hello", "run:1");
        await OutboxBench.Until(() => account.Sends.Count == 1);
        account.Answer = (_, _) => Task.FromResult(new PartResult("m"));

        var end = bench.Outbox.CompletionAsync(ids, OutboxBench.Ct);
        await bench.UntilAsTimePasses(() => end.IsCompleted);

        Assert.True((await end).Ok);
    }

    [Theory]
    [InlineData("send:1", "send:1")]
    [InlineData("a#2", "a=232")]
    [InlineData("a=232", "a=3D232")]
    public void A_callers_key_cannot_look_like_a_part_of_another(string key, string written) => Assert.Equal(written, OutboxKeys.Of(key));

    [Fact]
    public void A_long_key_is_kept_as_its_hash() => Assert.Equal("sha256:".Length + 64, OutboxKeys.Of(new string('k', 5000)).Length);
}
