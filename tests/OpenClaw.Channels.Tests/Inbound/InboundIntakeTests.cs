using System.Collections.Concurrent;
using OpenClaw.Channels.Tests.Inbound.Support;
using static OpenClaw.Channels.Tests.Inbound.Support.InboundBench;

namespace OpenClaw.Channels.Tests.Inbound;

/// <summary>From the platform to the disk and to the line of a chat: nothing lost, nothing twice, in order, bounded.</summary>
public sealed class InboundIntakeTests
{
    [Fact]
    public async Task A_message_is_on_disk_before_the_platform_is_told_and_reaches_its_agent()
    {
        await using var bench = new InboundBench().Start();
        var release = new TaskCompletionSource();
        bench.Journal.BeforeAccept = _ => release.Task;

        var accepted = bench.Intake.AcceptAsync(Direct("hi", "update:1"), Ct);
        Assert.False(accepted.IsCompleted);
        Assert.Empty(bench.Handler.Taken);
        release.SetResult();

        Assert.True(await accepted);
        var message = (await bench.TakenAsync(1))[0];
        Assert.Equal(("hi", 1, false), (message.Text, message.InboxIds.Count, message.IsReplay));
        Assert.Equal(1, bench.Journal.Counts.Inbox);
        Assert.Equal(1, bench.Accounts.Inbound);
    }

    [Fact]
    public async Task Row7_a_message_that_the_platform_offers_again_is_accepted_and_not_answered_again()
    {
        await using var bench = new InboundBench().Start();
        await bench.AcceptAsync(Direct("hi", "update:1"), Direct("hi", "update:1"));
        await bench.TakenAsync(1);
        await bench.RestartAsync();
        await bench.TakenAsync(2);
        await bench.AcceptAsync(Direct("hi", "update:1"), Direct("next", "update:2"));

        Assert.Equal(["hi", "hi", "next"], (await bench.TakenAsync(3)).Select(static message => message.Text));
        Assert.Equal(["ch-", "ch-", "ch-"], bench.Handler.Taken.Select(static message => message.RunId[..3]));
        Assert.Equal([false, true, false], bench.Handler.Taken.Select(static message => message.IsReplay));
        Assert.Equal(2, bench.Accounts.Inbound);
    }

    [Fact]
    [Trait("Runbook", "G2")]
    public async Task What_the_last_process_did_not_finish_comes_first_and_under_the_same_name()
    {
        await using var bench = new InboundBench();
        bench.Make();
        for (var i = 1; i <= 600; i++)
            await bench.AcceptAsync(Direct($"old {i}", $"update:{i}", $"{i % 7}"));
        await bench.StopAsync();
        Assert.Empty(bench.Handler.Taken);

        bench.Start();
        for (var i = 601; i <= 700; i++)
            await bench.AcceptAsync(Direct($"new {i}", $"update:{i}", $"{i % 7}"));
        var taken = await bench.TakenAsync(700);

        Assert.All(taken.GroupBy(static message => message.Event.ChatId), static chat =>
            Assert.Equal(chat.Select(static message => message.InboxIds[0]).Order(), chat.Select(static message => message.InboxIds[0])));
        Assert.All(taken, static message => Assert.Equal(message.Text.StartsWith("old", StringComparison.Ordinal), message.IsReplay));
        var names = taken.ToDictionary(static message => message.Event.Key, static message => message.RunId);
        await bench.RestartAsync();
        Assert.All((await bench.TakenAsync(1400)).Skip(700), message => Assert.Equal(names[message.Event.Key], message.RunId));
    }

    [Fact]
    public async Task Row6_a_full_disk_refuses_messages_instead_of_losing_them()
    {
        await using var bench = new InboundBench().Start();
        bench.Journal.IsFull = true;
        Assert.False(await bench.Intake.AcceptAsync(Direct("hi", "update:1"), Ct));

        bench.Journal.IsFull = false;
        await bench.AcceptAsync(Direct("hi", "update:1"));

        Assert.Equal("hi", (await bench.TakenAsync(1))[0].Text);
        Assert.Equal(1, bench.Accounts.Inbound);
    }

    [Fact]
    public async Task Giving_up_the_wait_does_not_undo_what_is_being_written()
    {
        await using var bench = new InboundBench().Start();
        var release = new TaskCompletionSource();
        bench.Journal.BeforeAccept = _ => release.Task;
        using var giveUp = new CancellationTokenSource();
        var accepted = bench.Intake.AcceptAsync(Direct("hi", "update:1"), giveUp.Token);

        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => accepted);
        release.SetResult();

        Assert.Equal("hi", (await bench.TakenAsync(1))[0].Text);
    }

    [Fact]
    public async Task Every_chat_keeps_its_order_whatever_the_others_do()
    {
        await using var bench = new InboundBench(mostInMemory: 40).Start();
        bench.Handler.Before = async (_, ct) =>
        {
            if (Random.Shared.Next(4) == 0)
                await Task.Delay(Random.Shared.Next(3), ct);
            if (Random.Shared.Next(50) == 0)
                throw new IOException("busy");
        };
        var sent = new ConcurrentDictionary<string, List<string>>();
        var writers = Enumerable.Range(0, 12).Select(async account =>
        {
            for (var i = 0; i < 60; i++)
            {
                var chat = $"{account}-{i % 3}";
                var inbound = Direct($"{i}", $"update:{account}-{i}", chat);
                sent.GetOrAdd(chat, static _ => []).Add(inbound.Key);
                await bench.AcceptAsync(inbound);
            }
        });

        await Task.WhenAll(writers);
        await bench.UntilAsTimePasses(() => bench.Handler.Taken.Count == 720);

        Assert.All(bench.Handler.Taken.GroupBy(static message => message.Event.ChatId), chat =>
            Assert.Equal(sent[chat.Key], chat.Select(static message => message.Event.Key)));
        await bench.OpenAsync(720);
    }

    [Fact]
    public async Task Row3_ten_thousand_messages_of_five_hundred_chats_are_all_dealt_with_and_only_so_many_are_in_memory()
    {
        await using var bench = new InboundBench().Start();
        var hold = new TaskCompletionSource();
        bench.Handler.Before = (_, _) => hold.Task;
        var most = 0;

        var accepting = Enumerable.Range(0, 10_000).Select(async i =>
        {
            Assert.True(await bench.Intake.AcceptAsync(Direct($"{i / 500}", $"update:{i}", $"{i % 500}"), Ct));
            most = Math.Max(most, bench.Intake.InMemory);
        });
        await Task.WhenAll(accepting);

        // Nobody answers yet: everything is on disk all the same.
        Assert.Equal(10_000, bench.Journal.Counts.Inbox);
        Assert.InRange(most, 1, 2000);
        bench.Handler.After = _ => most = Math.Max(most, bench.Intake.InMemory);
        hold.SetResult();
        await bench.TakenAsync(10_000);
        await bench.OpenAsync(10_000);

        Assert.InRange(most, 1, 2000);
        Assert.All(bench.Handler.Taken.GroupBy(static message => message.Event.ChatId), static chat =>
            Assert.Equal(Enumerable.Range(0, 20).Select(static i => $"{i}"), chat.Select(static message => message.Text)));
        Assert.All(bench.Handler.Taken, static message => Assert.False(message.IsReplay));
    }

    [Fact]
    public async Task An_agent_that_is_busy_gets_the_message_again_and_a_message_nobody_can_take_does_not_stop_its_chat()
    {
        await using var bench = new InboundBench().Start();
        var tries = 0;
        bench.Handler.Before = (message, _) => message.Text switch
        {
            "busy" when ++tries < 10 => throw new TimeoutException(),
            "broken" => throw new InvalidOperationException("a bug"),
            _ => Task.CompletedTask,
        };
        await bench.AcceptAsync(Direct("busy", "update:1"), Direct("broken", "update:2"), Direct("fine", "update:3"));

        await bench.UntilAsTimePasses(() => bench.Handler.Taken.Count == 2, 10);

        Assert.Equal(["busy", "fine"], bench.Handler.Texts);
        await bench.OpenAsync(3);
        bench.Handler.Before = static (_, _) => Task.CompletedTask;
        await bench.RestartAsync();
        Assert.Contains("broken", (await bench.TakenAsync(5)).Select(static message => message.Text));
    }

    [Fact]
    public async Task An_ending_that_the_disk_refuses_is_tried_until_it_is_there()
    {
        await using var bench = new InboundBench("""{"channels":{"telegram":{"dmPolicy":"disabled"}}}""").Start();
        bench.Journal.FailEndings = 3;
        await bench.AcceptAsync(Direct("hi", "update:1"));

        await bench.UntilAsTimePasses(() => bench.Journal.Counts.Inbox == 0);

        Assert.Equal(["denied"], await bench.OutcomesAsync());
    }

    [Fact]
    public async Task After_the_end_nothing_is_taken_any_more()
    {
        var bench = new InboundBench().Start();
        await using (bench)
        {
            var intake = bench.Intake;
            await bench.StopAsync();

            Assert.False(await intake.AcceptAsync(Direct("hi", "update:1"), Ct));
            Assert.Equal(0, bench.Journal.Counts.Inbox);
        }
    }
}
