using System.Text;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Tests.Inbound.Support;
using static OpenClaw.Channels.Tests.Inbound.Support.InboundBench;

namespace OpenClaw.Channels.Tests.Inbound;

/// <summary>Who gets through, who is paired, and what becomes of the others.</summary>
public sealed class InboundAccessTests
{
    private const string Closed = """{"channels":{"telegram":{},"whatsapp":{}}}""";

    [Fact]
    public async Task A_stranger_gets_one_code_and_no_answer_and_is_answered_once_let_in()
    {
        await using var bench = new InboundBench(Closed).Start();
        await bench.AcceptAsync(Direct("hello?", "update:1"));
        await bench.OpenAsync(0);
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await bench.AcceptAsync(Direct("anybody?", "update:2"));
        await bench.OpenAsync(0);

        var reply = Assert.Single(bench.Outbox.Prepared);
        var request = Assert.Single(bench.Pairing.Pending("telegram"));
        Assert.Equal(("777", "ann", "Ann"), (request.Id, request.Meta["username"], request.Meta["firstName"]));
        Assert.Equal(("777", "default"), (reply.ChatId, reply.AccountId));
        Assert.Contains(request.Code, reply.Text, StringComparison.Ordinal);
        Assert.Contains("Your Telegram user id: 777", reply.Text, StringComparison.Ordinal);
        Assert.Equal(["pairing", "waits for a pairing"], await bench.OutcomesAsync());
        Assert.Equal(reply.Text, Encoding.UTF8.GetString(Assert.Single(await bench.Journal.PendingAsync(Ct)).Payload));
        Assert.Empty(bench.Accounts.Telegram.Done);

        await bench.Pairing.ApproveAsync("telegram", request.Code, Ct);
        await bench.AcceptAsync(Direct("now?", "update:3"));

        var message = (await bench.TakenAsync(1))[0];
        Assert.Equal(("now?", "777", true, true), (message.Text, message.AllowEntry, message.CommandAuthorized, message.IsOwner));
    }

    [Fact]
    public async Task A_fourth_stranger_gets_no_code()
    {
        await using var bench = new InboundBench(Closed).Start();
        for (var i = 1; i <= 4; i++)
            await bench.AcceptAsync(Direct("hi", $"update:{i}", $"{i}"));
        await bench.OpenAsync(0);

        Assert.Equal(3, bench.Outbox.Prepared.Count);
        Assert.Equal("too many wait for a pairing", Assert.Single(await bench.OutcomesAsync(), static outcome => outcome != "pairing"));
    }

    [Fact]
    public async Task A_stranger_who_writes_several_messages_at_once_is_answered_once()
    {
        await using var bench = new InboundBench(Closed).Start();
        await bench.AcceptAsync(Direct("one", "update:1"), Direct("two", "update:2"), Direct("three", "update:3"));
        await bench.OpenAsync(0);

        Assert.Single(await bench.Journal.PendingAsync(Ct));
    }

    [Fact]
    public async Task A_code_that_could_not_be_queued_at_once_is_queued_later_and_only_once()
    {
        await using var bench = new InboundBench(Closed).Start();
        bench.Journal.FailEndings = 2;
        await bench.AcceptAsync(Direct("hello?", "update:1"));
        await bench.UntilAsTimePasses(() => bench.Journal.Counts.Inbox == 0);

        Assert.Single(await bench.Journal.PendingAsync(Ct));
    }

    [Fact]
    [Trait("Runbook", "G2")]
    public async Task A_code_that_a_crash_kept_from_being_queued_is_queued_by_the_next_start()
    {
        await using var bench = new InboundBench(Closed).Start();
        bench.Journal.FailEndings = int.MaxValue;
        await bench.AcceptAsync(Direct("hello?", "update:1"));
        await Until(() => bench.Pairing.Pending("telegram").Count == 1);
        await bench.StopAsync();
        bench.Journal.FailEndings = 0;

        bench.Start();
        await bench.OpenAsync(0);

        Assert.Single(await bench.Journal.PendingAsync(Ct));
    }

    [Fact]
    public async Task On_WhatsApp_nobody_is_paired_for_what_they_wrote_before_we_were_there()
    {
        await using var bench = new InboundBench(Closed).Start();
        bench.Accounts.WhatsApp.State = new() { LastConnectedAt = bench.Time.GetUtcNow().ToUnixTimeMilliseconds() };
        var old = bench.Time.GetUtcNow().AddSeconds(-31).ToUnixTimeMilliseconds();
        await bench.AcceptAsync(Phone("old", "1") with { Timestamp = old });
        await bench.OpenAsync(0);
        Assert.Empty(bench.Outbox.Prepared);
        Assert.Empty(bench.Pairing.Pending("whatsapp"));

        await bench.AcceptAsync(Phone("new", "2") with { Timestamp = old + 2000 });
        await bench.OpenAsync(0);
        Assert.Equal("4577777777@s.whatsapp.net", Assert.Single(bench.Outbox.Prepared).ChatId);
        Assert.Equal("Ann", Assert.Single(bench.Pairing.Pending("whatsapp")).Meta["name"]);
        Assert.Empty(bench.Accounts.WhatsApp.Done);
    }

    [Fact]
    public async Task A_change_of_the_config_holds_for_the_next_message()
    {
        await using var bench = new InboundBench("""{"channels":{"telegram":{"dmPolicy":"disabled"}}}""").Start();
        await bench.AcceptAsync(Direct("hi", "update:1"));
        await bench.OpenAsync(0);
        bench.Config(Open);
        await bench.AcceptAsync(Direct("hi again", "update:2"));

        Assert.Equal("hi again", (await bench.TakenAsync(1))[0].Text);
        Assert.Equal(["denied", null], await bench.OutcomesAsync());
    }

    [Theory]
    [InlineData("denied", """{"groupPolicy":"disabled"}""")]
    [InlineData("denied", """{"groupPolicy":"allowlist"}""")]
    [InlineData("denied", """{"groupPolicy":"open","groups":{"-1":{}}}""")]
    [InlineData("denied", """{"groupPolicy":"open","groups":{"-100":{"enabled":false}}}""")]
    [InlineData("denied", """{"groupPolicy":"open","groups":{"-100":{"allowFrom":["1"],"requireMention":false}}}""")]
    [InlineData("recorded", """{"groupPolicy":"open"}""")]
    public async Task In_a_group_nobody_hears_that_they_are_not_answered(string outcome, string telegram)
    {
        await using var bench = new InboundBench("{\"channels\":{\"telegram\":" + telegram + "}}").Start();
        await bench.AcceptAsync(Group("hi", "update:1"));
        await bench.OpenAsync(0);

        Assert.Equal([outcome], await bench.OutcomesAsync());
        Assert.Empty(bench.Outbox.Prepared);
        Assert.Empty(bench.Handler.Taken);
    }

    [Theory]
    [InlineData("status@broadcast")]
    [InlineData("123@broadcast")]
    [InlineData("me@status")]
    public async Task Status_messages_are_ignored(string chat)
    {
        await using var bench = new InboundBench().Start();
        await bench.AcceptAsync(Phone("hi", "1") with { ChatId = chat });
        await bench.OpenAsync(0);

        Assert.Equal(["ignored"], await bench.OutcomesAsync());
    }

    [Theory]
    [InlineData("edit")]
    [InlineData("delete")]
    [InlineData("migrate")]
    public async Task What_is_no_message_is_not_answered(string kind)
    {
        await using var bench = new InboundBench().Start();
        await bench.AcceptAsync(Direct("hi", "update:1") with { Kind = kind });
        await bench.OpenAsync(0);

        Assert.Equal(["ignored"], await bench.OutcomesAsync());
    }

    [Fact]
    public async Task A_pressed_button_is_a_message_of_whoever_pressed_it()
    {
        await using var bench = new InboundBench("""{"channels":{"telegram":{"allowFrom":["777"],"groupPolicy":"allowlist"}}}""").Start();
        var press = Group("yes", "update:1") with { Kind = "callback", MessageId = "callback-1" };
        await bench.AcceptAsync(press, press with { Key = "update:2", Sender = new InboundSender("888") });
        var message = (await bench.TakenAsync(1))[0];
        await bench.OpenAsync(1);

        Assert.Equal(("yes", true, "777"), (message.Text, message.WasMentioned, message.Event.Sender.Id));
        Assert.Equal([null, "denied"], await bench.OutcomesAsync());
        Assert.Empty(bench.Accounts.Telegram.Acts("react"));
    }

    [Fact]
    public async Task Our_own_message_that_the_platform_shows_us_is_an_echo_once()
    {
        await using var bench = new InboundBench().Start();
        var note = Phone("reminder", "1", "+4511111111") with { FromMe = true, MessageId = "A" };
        bench.Sends.Add("whatsapp", "default", note.ChatId, null, "reminder");
        bench.Sends.Add("whatsapp", "default", note.ChatId, "B", "other");
        await bench.AcceptAsync(note, note with { Key = "2", MessageId = "C" }, note with { Key = "3", MessageId = "B", Text = "*other*" });
        await bench.TakenAsync(1);
        await bench.OpenAsync(1);

        Assert.Equal(["echo", null, "echo"], await bench.OutcomesAsync());
    }

    [Fact]
    public async Task Somebody_who_repeats_us_word_for_word_is_answered()
    {
        await using var bench = new InboundBench().Start();
        bench.Sends.Add("whatsapp", "default", "4577777777@s.whatsapp.net", null, "ok");
        await bench.AcceptAsync(Phone("ok", "1"));

        Assert.Equal("ok", (await bench.TakenAsync(1))[0].Text);
    }

    [Fact]
    public async Task Fix9_what_waited_while_we_were_away_is_answered_for_five_minutes_and_then_only_known()
    {
        await using var bench = new InboundBench().Start();
        var now = bench.Time.GetUtcNow();
        await bench.AcceptAsync(
            PhoneGroup("too old", "1") with { IsOffline = true, Timestamp = now.AddSeconds(-301).ToUnixTimeMilliseconds() },
            PhoneGroup("recent", "2") with { IsOffline = true, Timestamp = now.AddSeconds(-299).ToUnixTimeMilliseconds() },
            Phone("our own", "3", "+4511111111") with { IsOffline = true, FromMe = true });
        var message = (await bench.TakenAsync(1))[0];
        await bench.OpenAsync(1);

        Assert.Equal("recent", message.Text);
        Assert.Contains("too old", message.Envelope("recent"), StringComparison.Ordinal);
        Assert.Equal(["too old to answer", null, "too old to answer"], await bench.OutcomesAsync());
    }

    [Fact]
    public async Task A_list_of_paired_people_that_cannot_be_read_keeps_only_those_waiting_who_need_it()
    {
        await using var bench = new InboundBench("""{"channels":{"telegram":{"allowFrom":["777"]}}}""").Start();
        var file = bench.PairingFile("telegram-allowFrom.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, """{"version":1,"allowFrom":["888"]}""", Ct);
        using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await bench.AcceptAsync(Direct("named", "update:1"), Direct("paired", "update:2", "888"));
            Assert.Equal("named", (await bench.TakenAsync(1))[0].Text);
            await bench.Time.AwaitedAsync(1, 1);
        }

        await bench.UntilAsTimePasses(() => bench.Handler.Taken.Count == 2);
        Assert.Empty(bench.Outbox.Prepared);
    }

    [Fact]
    public async Task Row3_a_flood_of_strangers_costs_one_file_and_no_memory()
    {
        await using var bench = new InboundBench(Closed).Start();
        for (var i = 0; i < 300; i++)
            await bench.AcceptAsync(Direct("hi", $"update:{i}", $"{1000 + i}"));
        await bench.OpenAsync(0);

        Assert.Equal(3, bench.Pairing.Pending("telegram").Count);
        Assert.Equal(3, bench.Outbox.Prepared.Count);
    }
}
