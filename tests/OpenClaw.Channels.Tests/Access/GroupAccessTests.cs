using OpenClaw.Channels.Access;

namespace OpenClaw.Channels.Tests.Access;

/// <summary>A stranger in every policy gets exactly what the policy says (spec 10 §3.3), in groups.</summary>
public class GroupAccessTests
{
    public static TheoryData<string, string, string, AccessReason> Cells
    {
        get
        {
            var cells = new TheoryData<string, string, string, AccessReason>();
            foreach (var channel in (string[])["telegram", "whatsapp"])
            {
                var ann = Ask.Ann(channel).Id;
                foreach (var (list, asList) in ((string, AccessReason)[])[
                    ($"[\"{ann}\"]", AccessReason.Listed), ("[\"*\"]", AccessReason.Listed),
                    ("[\"+4500000000\"]", AccessReason.NotListed), ("[]", AccessReason.EmptyList)])
                {
                    cells.Add(channel, "allowlist", list, asList);
                    cells.Add(channel, "open", list, asList == AccessReason.Listed ? asList : AccessReason.OpenPolicy);
                    cells.Add(channel, "disabled", list, AccessReason.DisabledPolicy);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_cell_of_the_table_holds_for_either_list(string channel, string policy, string list, AccessReason expected)
    {
        var inbound = Ask.Event(channel, direct: false);

        foreach (var lists in (string[])[$"\"groupAllowFrom\":{list}", $"\"allowFrom\":{list}", $"\"allowFrom\":[\"*\"],\"groupAllowFrom\":{list}"])
        {
            var decision = Ask.Decide(inbound, $$"""{"groupPolicy":"{{policy}}",{{lists}}}""");

            Assert.Equal(expected, decision.Reason);
            Assert.Equal(expected is AccessReason.Listed or AccessReason.OpenPolicy, decision.IsAllowed);
        }
    }

    [Theory]
    [InlineData("telegram")]
    [InlineData("whatsapp")]
    public void The_own_number_is_a_sender_like_others_in_groups_and_nobody_is_ever_paired_there(string channel)
    {
        var own = Ask.Event(channel, direct: false, Ask.Self) with { FromMe = true };

        Assert.Equal(AccessReason.NotListed, Ask.Decide(own, """{"dmPolicy":"pairing","groupPolicy":"allowlist","allowFrom":["+4500000000"]}""").Reason);
    }

    [Fact]
    public void Somebody_who_was_paired_is_in_groups_on_Telegram_and_not_on_WhatsApp()
    {
        Assert.Equal(AccessReason.Listed, Ask.Decide(Ask.Event("telegram", direct: false), """{"groupPolicy":"allowlist"}""", "777").Reason);
        Assert.Equal(AccessReason.EmptyList, Ask.Decide(Ask.Event("whatsapp", direct: false), """{"groupPolicy":"allowlist"}""", "+4577777777").Reason);
    }

    [Theory]
    [InlineData("telegram", "-100")]
    [InlineData("whatsapp", "120@g.us")]
    public void When_groups_are_named_the_others_are_not_answered(string channel, string id)
    {
        var inbound = Ask.Event(channel, direct: false);

        Assert.Equal(AccessReason.UnknownGroup, Ask.Decide(inbound, """{"groupPolicy":"open","groups":{"other":{}}}""").Reason);
        Assert.True(Ask.Decide(inbound, "{\"groupPolicy\":\"open\",\"groups\":{\"other\":{},\"" + id + "\":{}}}").IsAllowed);
        Assert.True(Ask.Decide(inbound, """{"groupPolicy":"open","groups":{"*":{}}}""").IsAllowed);
        Assert.Equal(AccessReason.EmptyList, Ask.Decide(inbound, "{\"groupPolicy\":\"allowlist\",\"groups\":{\"" + id + "\":{}}}").Reason);
    }

    [Fact]
    public void A_group_or_a_topic_that_is_switched_off_is_ignored()
    {
        var topic = Ask.Event("telegram", direct: false) with { IsForum = true, ThreadId = "42" };

        Assert.Equal(AccessReason.DisabledGroup, Ask.Decide(topic, """{"groupPolicy":"open","groups":{"-100":{"enabled":false}}}""").Reason);
        Assert.Equal(AccessReason.DisabledGroup, Ask.Decide(topic, """{"groupPolicy":"open","groups":{"-100":{"topics":{"42":{"enabled":false}}}}}""").Reason);
        Assert.True(Ask.Decide(topic, """{"groupPolicy":"open","groups":{"-100":{"topics":{"43":{"enabled":false}}}}}""").IsAllowed);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("allowlist")]
    public void A_list_of_the_group_or_the_topic_holds_under_every_policy(string policy)
    {
        var inbound = Ask.Event("telegram", direct: false) with { IsForum = true, ThreadId = "42" };

        AccessDecision In(string groups) => Ask.Decide(inbound, $$"""{"groupPolicy":"{{policy}}","allowFrom":["777"],"groups":{{groups}}}""");

        Assert.Equal(AccessReason.NotInGroupList, In("""{"-100":{"allowFrom":["1"]}}""").Reason);
        Assert.Equal(AccessReason.NotInGroupList, In("""{"-100":{"allowFrom":[]}}""").Reason);
        Assert.Equal(AccessReason.NotInGroupList, In("""{"-100":{"allowFrom":["777"],"topics":{"42":{"allowFrom":["1"]}}}}""").Reason);
        Assert.True(In("""{"-100":{"allowFrom":["1"],"topics":{"42":{"allowFrom":["@ann_lee"]}}}}""").IsAllowed);
        Assert.True(In("""{"*":{"allowFrom":["1"],"topics":{"42":{"allowFrom":[777]}}}}""").IsAllowed);
    }

    [Fact]
    public void A_forum_s_messages_without_a_topic_are_in_the_general_one()
    {
        var general = Ask.Event("telegram", direct: false) with { IsForum = true };
        const string Account = """{"groupPolicy":"open","groups":{"-100":{"topics":{"1":{"enabled":false}}}}}""";

        Assert.Equal(AccessReason.DisabledGroup, Ask.Decide(general, Account).Reason);
        Assert.True(Ask.Decide(general with { IsForum = false, ThreadId = "1" }, Account).IsAllowed);
    }

    [Fact]
    public void Fix7_an_account_that_says_nothing_has_what_its_channel_says_and_then_the_general_defaults()
    {
        var config = Configuration.Model.OpenClawConfig.From(System.Text.Json.Nodes.JsonNode.Parse(
            """
            {"channels":{"defaults":{"groupPolicy":"open"},
             "whatsapp":{"dmPolicy":"allowlist","allowFrom":["+4577777777"],"accounts":{"work":{},"shop":{"dmPolicy":"open","allowFrom":["*"]}}}}}
            """)!.AsObject());

        var work = Channels.Accounts.AccountConfigs.Of(config, "whatsapp", "work");
        var shop = Channels.Accounts.AccountConfigs.Of(config, "whatsapp", "shop");

        Assert.Equal(("allowlist", "open"), (work.DmPolicy, work.GroupPolicy));
        Assert.Equal(["+4577777777"], work.AllowFrom);
        Assert.Equal("open", shop.DmPolicy);
    }

    [Fact]
    public void Fix8_the_policy_of_one_WhatsApp_account_is_its_own()
    {
        var stranger = Ask.Event("whatsapp", direct: true) with { AccountId = "shop" };
        var config = Configuration.Model.OpenClawConfig.From(System.Text.Json.Nodes.JsonNode.Parse(
            """{"channels":{"whatsapp":{"dmPolicy":"disabled","accounts":{"shop":{"dmPolicy":"open","allowFrom":["*"]}}}}}""")!.AsObject());

        AccessVerdict Of(string account) => AccessControl.Decide(new AccessQuery
        {
            Event = stranger with { AccountId = account },
            Account = Channels.Accounts.AccountConfigs.Of(config, "whatsapp", account),
        }).Verdict;

        Assert.Equal((AccessVerdict.Allowed, AccessVerdict.Dropped), (Of("shop"), Of("default")));
    }
}
