using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Tests.Inbound.Support;
using static OpenClaw.Channels.Tests.Inbound.Support.InboundBench;

namespace OpenClaw.Channels.Tests.Inbound;

/// <summary>Groups: who is meant, what was said before, who hears it.</summary>
public sealed class InboundGroupTests
{
    private const string Mentioned = """
        {"channels":{"telegram":{"groupPolicy":"open","allowFrom":["777"]},"whatsapp":{"groupPolicy":"open","allowFrom":["+4577777777"]}},
         "agents":{"defaults":{"envelopeTimezone":"utc","envelopeElapsed":"off"}}}
        """;

    [Fact]
    public async Task What_was_said_before_a_mention_is_its_context_and_no_longer_after_the_answer()
    {
        await using var bench = new InboundBench(Mentioned).Start();
        await bench.AcceptAsync(
            Group("lunch?", "update:1", "888"),
            Group("", "update:2", "888") with { Media = [Picture("p.png")] },
            Meant("molty, where?", "update:3"),
            Meant("and when?", "update:4"));
        var taken = await bench.TakenAsync(2);
        await bench.OpenAsync(2);

        Assert.Equal(
            """
            [Chat messages since your last reply - for context]
            [Telegram Friends id:-100 2026-02-02T02:40Z] Ann (888): lunch? [id:11 chat:-100]
            [Telegram Friends id:-100 2026-02-02T02:40Z] Ann (888): <media:image> [id:12 chat:-100]

            [Current message - respond to this]
            [Telegram Friends id:-100 2026-02-02T02:40Z] Ann (777): molty, where?
            """.ReplaceLineEndings("\n"),
            taken[0].Envelope(taken[0].Text));
        Assert.Equal("[Telegram Friends id:-100 2026-02-02T02:40Z] Ann (777): and when?", taken[1].Envelope(taken[1].Text));
        Assert.True(taken[0].WasMentioned);
        Assert.Equal(["recorded", "recorded", null, null], await bench.OutcomesAsync());
    }

    [Fact]
    public async Task The_account_s_limit_holds_for_what_is_kept()
    {
        await using var bench = new InboundBench("""{"channels":{"telegram":{"groupPolicy":"open","historyLimit":1}},"messages":{"groupChat":{"historyLimit":9}}}""").Start();
        await bench.AcceptAsync(Group("one", "update:1"), Group("two", "update:2"), Meant("three", "update:3"));
        var message = (await bench.TakenAsync(1))[0];

        Assert.DoesNotContain("one", message.Envelope("three"), StringComparison.Ordinal);
        Assert.Contains("two", message.Envelope("three"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Topics_are_conversations_of_their_own()
    {
        await using var bench = new InboundBench("""
            {"channels":{"telegram":{"groupPolicy":"open","groups":{"-100":{"systemPrompt":"Be kind.","topics":{"42":{"requireMention":false,"systemPrompt":"Be brief.","skills":["maps"]}}}}}}}
            """).Start();
        var topic = Group("hi", "update:1") with { IsForum = true, ThreadId = "42", PeerId = "-100:topic:42" };
        await bench.AcceptAsync(Group("general", "update:0") with { IsForum = true, ThreadId = "1", PeerId = "-100:topic:1" }, topic);
        var message = (await bench.TakenAsync(1))[0];

        Assert.Equal(("-100", "42", "Be kind.\n\nBe brief.", "maps"), (message.ReplyTo, message.ReplyThreadId, message.ExtraSystemPrompt, message.Skills!.Single()));
        Assert.Equal("agent:main:telegram:-100:topic:42", message.Route.SessionKey);
        Assert.Equal(("Friends id:-100 topic:42", "telegram:group:-100:topic:42"), (message.ConversationLabel, message.From));
        Assert.DoesNotContain("general", message.Envelope("hi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_general_topic_and_in_threads_of_a_direct_chat_answers_name_no_topic()
    {
        await using var bench = new InboundBench().Start();
        InboundPeer? asked = null;
        await bench.AcceptAsync(
            Group("hi", "update:1") with { IsForum = true, ThreadId = "1", PeerId = "-100:topic:1" },
            Direct("hi", "update:2") with { ThreadId = "7" },
            Direct("hi", "update:3") with { ThreadId = "8", IsForum = true });
        var taken = (await bench.TakenAsync(3)).OrderBy(static message => message.Event.Key).ToList();
        asked = new InboundPeer("telegram", "default", "direct", "777", "7");

        Assert.Equal([null, null, "8"], taken.Select(static message => message.ReplyThreadId));
        Assert.Equal(asked, Channels.Inbound.Steps.Handover.Peer(taken[1].Event));
    }

    [Fact]
    public async Task A_command_of_somebody_who_may_not_command_is_dropped_without_a_word()
    {
        await using var bench = new InboundBench(Mentioned).Start();
        await bench.AcceptAsync(Group("/status", "update:1", "888"), Group("/status@our_bot", "update:2"), Group("/status@other_bot", "update:3"));
        var message = (await bench.TakenAsync(1))[0];
        await bench.OpenAsync(1);

        Assert.Equal(("/status", true, true), (message.Text, message.CommandAuthorized, message.WasMentioned));
        Assert.Equal(["command refused", null, "recorded"], await bench.OutcomesAsync());
        Assert.Contains("/status@other_bot", (await AfterAsync(bench)).Envelope("x"), StringComparison.Ordinal);
        Assert.Empty(bench.Outbox.Prepared);
    }

    [Fact]
    public async Task On_WhatsApp_activation_of_somebody_else_is_talk_and_the_owner_s_is_a_command()
    {
        await using var bench = new InboundBench(Mentioned).Start();
        await bench.AcceptAsync(PhoneGroup("/activation always", "1", "+4588888888"), PhoneGroup("/activation always", "2"));
        var message = (await bench.TakenAsync(1))[0];
        await bench.OpenAsync(1);

        Assert.Equal(("+4577777777", true, true), (message.Event.Sender.Id, message.IsOwner, message.CommandAuthorized));
        Assert.Contains("[WhatsApp 120@g.us 2026-02-02T02:40Z] Ann (+4588888888): /activation always\n[message_id: 11]", message.Envelope("x"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_is_always_active_needs_no_mention()
    {
        await using var bench = new InboundBench(Mentioned).Start();
        bench.Handler.Routing = static route => route with { Activation = "always" };
        await bench.AcceptAsync(Group("hi", "update:1"));

        Assert.False((await bench.TakenAsync(1))[0].WasMentioned);
    }

    [Fact]
    public async Task A_chat_that_several_agents_hear_has_an_answer_of_each_with_a_row_of_its_own()
    {
        await using var bench = new InboundBench(Hearing("work", "ghost", "home")).Start();
        bench.Handler.Agents.UnionWith(["work", "home"]);
        await bench.AcceptAsync(PhoneGroup("earlier", "1", "+4588888888"), PhoneGroup("all of you", "2"));
        var taken = await bench.TakenAsync(4);
        await bench.OpenAsync(4);

        Assert.Equal(["work", "home", "work", "home"], taken.Select(static message => message.Route.AgentId));
        Assert.Equal(4, taken.Select(static message => message.RunId).Distinct().Count());
        Assert.Equal(4, taken.SelectMany(static message => message.InboxIds).Distinct().Count());
        await bench.Journal.FinishAsync(taken[0].InboxIds, "answered", [], Ct);
        await bench.RestartAsync();

        var again = (await bench.TakenAsync(7)).Skip(4).ToList();
        Assert.Equal(taken.Skip(1).Select(static message => message.RunId).Order(), again.Select(static message => message.RunId).Order());
        Assert.All(again, static message => Assert.True(message.IsReplay));
        await bench.OpenAsync(3);
    }

    [Fact]
    [Trait("Runbook", "G2")]
    public async Task An_agent_that_fails_to_take_its_copy_gets_it_again_and_the_others_do_not()
    {
        await using var bench = new InboundBench(Hearing("work", "home")).Start();
        bench.Handler.Agents.UnionWith(["work", "home"]);
        var failures = 2;
        bench.Handler.Before = (message, _) => message.Route.AgentId == "home" && failures-- > 0 ? throw new IOException("busy") : Task.CompletedTask;
        await bench.AcceptAsync(PhoneGroup("all of you", "1"));
        await bench.UntilAsTimePasses(() => bench.Handler.Taken.Count == 2);
        await bench.OpenAsync(2);

        Assert.Equal(["work", "home"], bench.Handler.Taken.Select(static message => message.Route.AgentId));
    }

    private static string Hearing(params string[] agents) =>
        """{"channels":{"whatsapp":{"dmPolicy":"open","groupPolicy":"open","groups":{"*":{"requireMention":false}}}},"broadcast":{"strategy":"parallel","120@g.us":["""
        + string.Join(',', agents.Select(static agent => $"\"{agent}\"")) + "]}}";

    private static InboundEvent Meant(string text, string key) =>
        Group(text, key) with { Mentions = new InboundMentions { Any = true, Self = true, Detectable = true } };

    private static async Task<AcceptedMessage> AfterAsync(InboundBench bench)
    {
        var before = bench.Handler.Taken.Count;
        await bench.AcceptAsync(Meant("x", "update:99"));
        return (await bench.TakenAsync(before + 1))[^1];
    }
}
