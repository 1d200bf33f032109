using OpenClaw.Channels.Access;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Inbound.Gating;
using OpenClaw.Channels.Inbound.Mentions;
using static OpenClaw.Channels.Tests.Inbound.Support.InboundBench;

namespace OpenClaw.Channels.Tests.Inbound;

/// <summary>Which messages of a group are answered (spec 10 §3.2 step 11).</summary>
public sealed class GroupGateTests
{
    [Theory]
    [InlineData(true, null, false, GateVerdict.Record)]
    [InlineData(true, null, true, GateVerdict.Answer)]
    [InlineData(false, null, false, GateVerdict.Answer)]
    [InlineData(true, "always", false, GateVerdict.Answer)]
    [InlineData(false, "mention", false, GateVerdict.Record)]
    [InlineData(false, "mention", true, GateVerdict.Answer)]
    public void A_mention_is_needed_where_the_session_or_the_group_says_so(bool require, string? activation, bool meant, GateVerdict expected)
    {
        var decision = GroupGate.Decide(Query(Group("hi", "k")) with
        {
            Group = new GroupRules { RequireMention = require },
            Activation = activation,
            Mention = new MentionFinding(meant, true),
        });

        Assert.Equal((expected, meant), (decision.Verdict, decision.WasMentioned));
    }

    [Fact]
    public void Where_nothing_tells_a_mention_everything_is_answered() =>
        Assert.Equal(GateVerdict.Answer, GroupGate.Decide(Query(Group("hi", "k")) with { Mention = default }).Verdict);

    [Fact]
    public void A_direct_chat_is_always_answered() =>
        Assert.Equal(new GateDecision(GateVerdict.Answer, true, false), GroupGate.Decide(Query(Direct("hi", "k"))));

    [Theory]
    [InlineData(true, false, false, false, GateVerdict.Answer)]
    [InlineData(true, false, true, false, GateVerdict.Record)]
    [InlineData(false, false, false, false, GateVerdict.Drop)]
    [InlineData(true, false, false, true, GateVerdict.Record)]
    [InlineData(true, true, false, true, GateVerdict.Answer)]
    public void A_command_needs_no_mention_unless_it_mentions_somebody_else(bool authorised, bool owner, bool mentionsOther, bool enforcesOwner, GateVerdict expected)
    {
        var inbound = Group("/status", "k") with { Mentions = new InboundMentions { Any = mentionsOther, Detectable = true } };

        var decision = GroupGate.Decide(Query(inbound) with
        {
            IsCommand = true,
            EnforcesOwner = enforcesOwner,
            Access = new AccessDecision(AccessVerdict.Allowed, AccessReason.Listed) { CommandAuthorized = authorised, IsOwner = owner },
        });

        Assert.Equal(expected, decision.Verdict);
    }

    [Theory]
    [InlineData("/activation always", true)]
    [InlineData("/ACTIVATION", true)]
    [InlineData("/activation: always", true)]
    [InlineData("/activations", false)]
    [InlineData("say /activation", false)]
    public void The_switch_is_known_by_its_name(string text, bool expected) => Assert.Equal(expected, CommandText.IsActivation(text));

    [Fact]
    public void On_WhatsApp_the_switch_is_the_owner_s_and_of_others_it_is_talk()
    {
        var others = Query(PhoneGroup("/activation always", "k")) with { IsCommand = true, IsActivation = true, EnforcesOwner = true };

        Assert.Equal(GateVerdict.Record, GroupGate.Decide(others).Verdict);
        Assert.Equal(GateVerdict.Answer, GroupGate.Decide(others with { Access = others.Access with { IsOwner = true, CommandAuthorized = true } }).Verdict);
    }

    [Theory]
    [InlineData("/status@our_bot", "our_bot", "/status")]
    [InlineData("/status@OUR_BOT now", "our_bot", "/status now")]
    [InlineData("/status@other_bot", "our_bot", null)]
    [InlineData("/status@any", null, "/status")]
    [InlineData("/status", "our_bot", "/status")]
    [InlineData("mail me@our_bot", "our_bot", "mail me@our_bot")]
    [InlineData("/@our_bot", "our_bot", "/@our_bot")]
    public void A_command_may_name_the_bot_it_is_for(string text, string? own, string? expected) => Assert.Equal(expected, CommandText.Own(text, own));

    private static GateQuery Query(InboundEvent inbound) => new()
    {
        Event = inbound,
        Access = new AccessDecision(AccessVerdict.Allowed, AccessReason.OpenPolicy),
        Group = new GroupRules(),
        Mention = new MentionFinding(false, true),
    };
}
