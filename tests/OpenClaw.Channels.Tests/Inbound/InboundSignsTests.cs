using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Tests.Inbound.Support;
using static OpenClaw.Channels.Tests.Inbound.Support.InboundBench;

namespace OpenClaw.Channels.Tests.Inbound;

/// <summary>What the other side sees before an answer, what the agent reads, and reactions.</summary>
public sealed class InboundSignsTests
{
    [Fact]
    public async Task On_WhatsApp_what_was_let_in_is_marked_read_also_when_nobody_answers_it()
    {
        await using var bench = new InboundBench("""{"channels":{"whatsapp":{"dmPolicy":"open","groupPolicy":"open"},"telegram":{"dmPolicy":"open"}}}""").Start();
        await bench.AcceptAsync(Phone("hi", "1"), PhoneGroup("talk", "2"), Direct("hi", "update:3"));
        await bench.TakenAsync(2);
        await Until(() => bench.Accounts.WhatsApp.Acts("read").Count == 2);

        var group = Assert.Single(bench.Accounts.WhatsApp.Acts("read"), static act => act.ChatId == "120@g.us");
        Assert.Equal(("12", "4577777777@s.whatsapp.net", true), (group.MessageId, group.Participant, group.IsAutomatic));
        Assert.Null(Assert.Single(bench.Accounts.WhatsApp.Acts("read"), static act => act.ChatId != "120@g.us").Participant);
        Assert.Empty(bench.Accounts.Telegram.Done);
    }

    [Theory]
    [InlineData("""{"dmPolicy":"open","sendReadReceipts":false}""", "+4577777777")]
    [InlineData("""{"dmPolicy":"open","selfChatMode":true}""", "+4577777777")]
    [InlineData("""{"dmPolicy":"open","allowFrom":["+4511111111","*"]}""", "+4577777777")]
    [InlineData("""{"dmPolicy":"open"}""", "+4511111111")]
    public async Task Nothing_is_marked_read_where_the_owner_does_not_want_it_or_reads_it_themselves(string whatsapp, string sender)
    {
        await using var bench = new InboundBench("{\"channels\":{\"whatsapp\":" + whatsapp + "}}").Start();
        await bench.AcceptAsync(Phone("hi", "1", sender));
        await bench.TakenAsync(1);

        Assert.Empty(bench.Accounts.WhatsApp.Acts("read"));
    }

    [Theory]
    [InlineData("""{}""", true, true, "👀")]
    [InlineData("""{}""", true, false, null)]
    [InlineData("""{}""", false, true, null)]
    [InlineData("""{"ackReaction":"🔥"}""", true, true, "🔥")]
    [InlineData("""{"ackReaction":""}""", true, true, null)]
    [InlineData("""{"ackReactionScope":"group-all"}""", true, false, "👀")]
    [InlineData("""{"ackReactionScope":"all"}""", false, true, "👀")]
    [InlineData("""{"ackReactionScope":"direct"}""", false, true, "👀")]
    [InlineData("""{"ackReactionScope":"direct"}""", true, true, null)]
    public async Task On_Telegram_the_scope_says_what_is_acknowledged(string messages, bool group, bool needsMention, string? expected)
    {
        await using var bench = new InboundBench(
            "{\"channels\":{\"telegram\":{\"dmPolicy\":\"open\",\"groupPolicy\":\"open\",\"groups\":{\"*\":{\"requireMention\":" + (needsMention ? "true" : "false")
            + "}}}},\"messages\":" + messages + "}").Start();
        var inbound = group ? Group("hi", "update:1") : Direct("hi", "update:1");
        await bench.AcceptAsync(inbound with { Mentions = new InboundMentions { Any = true, Self = true, Detectable = true } });
        await bench.TakenAsync(1);

        Assert.Equal(expected is null ? [] : [expected], bench.Accounts.Telegram.Acts("react").Select(static act => act.Emoji));
    }

    [Fact]
    public async Task The_agent_s_emoji_is_its_sign_and_it_is_taken_back_when_that_is_wanted()
    {
        await using var bench = new InboundBench("""
            {"channels":{"telegram":{"dmPolicy":"open"}},"messages":{"ackReactionScope":"all","removeAckAfterReply":true}}
            """).Start();
        bench.Handler.Routing = static route => route with { IdentityEmoji = "🦞" };
        var given = new TaskCompletionSource<ActionResult>();
        bench.Accounts.Telegram.Act = (act, _) => act.Emoji.Length > 0 ? given.Task : Task.FromResult(ActionResult.Done);
        await bench.AcceptAsync(Direct("hi", "update:1"));
        var message = (await bench.TakenAsync(1))[0];
        var done = message.AckDone!(Ct);
        Assert.Equal(["🦞"], bench.Accounts.Telegram.Acts("react").Select(static act => act.Emoji));

        given.SetResult(ActionResult.Done);
        await done;

        Assert.Equal(["🦞", ""], bench.Accounts.Telegram.Acts("react").Select(static act => act.Emoji));
    }

    [Theory]
    [InlineData("""{"emoji":"✅"}""", false, false, "✅")]
    [InlineData("""{"emoji":"✅","direct":false}""", false, false, null)]
    [InlineData("""{"emoji":"✅"}""", true, false, null)]
    [InlineData("""{"emoji":"✅"}""", true, true, "✅")]
    [InlineData("""{"emoji":"✅","group":"always"}""", true, false, "✅")]
    [InlineData("""{"emoji":"✅","group":"never"}""", true, true, null)]
    [InlineData("""{"direct":true}""", false, false, null)]
    public async Task On_WhatsApp_the_channel_s_own_setting_says_it(string ack, bool group, bool mentioned, string? expected)
    {
        await using var bench = new InboundBench(
            "{\"channels\":{\"whatsapp\":{\"dmPolicy\":\"open\",\"groupPolicy\":\"open\",\"groups\":{\"*\":{\"requireMention\":false}},\"ackReaction\":" + ack
            + "}},\"messages\":{\"ackReactionScope\":\"all\"}}").Start();
        var inbound = group ? PhoneGroup("hi", "1") : Phone("hi", "1");
        await bench.AcceptAsync(inbound with { Mentions = inbound.Mentions with { Self = mentioned, Any = mentioned } });
        await bench.TakenAsync(1);

        Assert.Equal(expected is null ? [] : [expected], bench.Accounts.WhatsApp.Acts("react").Select(static act => act.Emoji));
    }

    [Fact]
    public async Task A_sign_that_hangs_keeps_no_message_waiting()
    {
        await using var bench = new InboundBench("""{"channels":{"telegram":{"dmPolicy":"open"}},"messages":{"ackReactionScope":"all"}}""").Start();
        bench.Accounts.Telegram.Act = static (_, ct) => Task.Delay(Timeout.Infinite, ct).ContinueWith(static _ => ActionResult.Done, TaskScheduler.Default);
        for (var i = 0; i < 100; i++)
            await bench.AcceptAsync(Direct("hi", $"update:{i}"));

        await bench.TakenAsync(100);
        Assert.InRange(bench.Accounts.Telegram.Acts("react").Count, 1, 64);
        bench.Time.Advance(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_retried_message_is_acknowledged_once()
    {
        await using var bench = new InboundBench("""{"channels":{"telegram":{"dmPolicy":"open"}},"messages":{"ackReactionScope":"all"}}""").Start();
        var failures = 3;
        bench.Handler.Before = (_, _) => failures-- > 0 ? throw new IOException() : Task.CompletedTask;
        await bench.AcceptAsync(Direct("hi", "update:1"));
        await bench.UntilAsTimePasses(() => bench.Handler.Taken.Count == 1);

        Assert.Single(bench.Accounts.Telegram.Acts("react"));
    }

    [Fact]
    public async Task What_a_message_answers_and_where_it_comes_from_is_told_around_it()
    {
        await using var bench = new InboundBench().Start();
        await bench.AcceptAsync(Direct("this", "update:1") with
        {
            ReplyTo = new InboundQuote("5", "that", "Bob"),
            Forward = new InboundForward("News", "channel"),
        });
        var message = (await bench.TakenAsync(1))[0];

        Assert.Equal(
            "[Telegram Ann (@ann) id:777 2026-02-02T02:40Z] [Forwarded from News]\nthis\n\n[Replying to Bob id:5]\nthat\n[/Replying]",
            message.Envelope(message.Text));
        Assert.Equal(("this", "Ann (777)", "Ann (@ann) id:777", "telegram:777"), (message.Text, message.SenderLabel, message.ConversationLabel, message.From));
    }

    [Theory]
    [InlineData("""{"dmPolicy":"open"}""", "[Molty] ")]
    [InlineData("""{"dmPolicy":"open","allowFrom":["*"]}""", "")]
    [InlineData("""{"dmPolicy":"open","messagePrefix":"[me]"}""", "[me] ")]
    [InlineData("""{"dmPolicy":"open","messagePrefix":""}""", "")]
    public async Task On_WhatsApp_a_prefix_tells_the_assistant_who_it_is(string whatsapp, string expected)
    {
        await using var bench = new InboundBench("{\"channels\":{\"whatsapp\":" + whatsapp + "},\"agents\":{\"defaults\":{\"envelopeTimestamp\":\"off\"}}}").Start();
        bench.Handler.Routing = static route => route with { IdentityName = "Molty" };
        await bench.AcceptAsync(Phone("hi", "1"));
        var message = (await bench.TakenAsync(1))[0];

        Assert.Equal($"[WhatsApp +4577777777] {expected}hi", message.Envelope(message.Text));
        Assert.Equal(("+4577777777", "4577777777@s.whatsapp.net"), (message.From, message.ReplyTo));
    }

    [Fact]
    public async Task A_reaction_is_told_to_the_session_and_starts_nothing()
    {
        await using var bench = new InboundBench().Start();
        var reaction = Group("", "update:1") with { Kind = "reaction", Emoji = "🔥", MessageId = "42" };
        await bench.AcceptAsync(
            reaction,
            reaction with { Key = "update:2", Emoji = "" },
            reaction with { Key = "update:3", Sender = new InboundSender("1", IsBot: true) },
            PhoneGroup("", "4") with { Kind = "reaction", Emoji = "👍" });
        await bench.OpenAsync(0);

        Assert.Equal([("agent:main:telegram:-100", "Telegram reaction added: 🔥 by Ann (777) on msg 42")], bench.Handler.Notes);
        Assert.Empty(bench.Handler.Taken);
        Assert.Equal(["noted", "noted", "ignored", "ignored"], await bench.OutcomesAsync());
    }

    [Fact]
    public async Task A_stranger_s_reaction_is_nobody_s_news_and_begins_no_pairing()
    {
        await using var bench = new InboundBench("""{"channels":{"telegram":{}}}""").Start();
        await bench.AcceptAsync(Direct("", "update:1") with { Kind = "reaction", Emoji = "🔥" });
        await bench.OpenAsync(0);

        Assert.Empty(bench.Handler.Notes);
        Assert.Empty(bench.Pairing.Pending("telegram"));
        Assert.Equal(["denied"], await bench.OutcomesAsync());
    }
}
