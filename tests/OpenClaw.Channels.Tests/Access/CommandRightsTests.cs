using OpenClaw.Channels.Access;

namespace OpenClaw.Channels.Tests.Access;

/// <summary>Whose commands work (spec 10 §3.3).</summary>
public class CommandRightsTests
{
    [Theory]
    [InlineData("""{"allowFrom":["777"]}""", true)]
    [InlineData("""{"dmPolicy":"open","allowFrom":["*"]}""", true)]
    [InlineData("""{"dmPolicy":"open","allowFrom":[]}""", false)]
    [InlineData("""{"dmPolicy":"open","allowFrom":["1"]}""", false)]
    public void On_Telegram_a_sender_commands_who_is_on_the_list_of_the_chat(string account, bool expected) =>
        Assert.Equal(expected, Ask.Decide(Ask.Event("telegram", direct: true), account).CommandAuthorized);

    [Theory]
    [InlineData("""{"groupPolicy":"open","allowFrom":["1"]}""", false)]
    [InlineData("""{"groupPolicy":"open"}""", false)]
    [InlineData("""{"groupPolicy":"open","allowFrom":["1"],"groupAllowFrom":["777"]}""", true)]
    [InlineData("""{"groupPolicy":"open","allowFrom":["1"],"groups":{"-100":{"allowFrom":["777"]}}}""", true)]
    public void In_a_Telegram_group_its_own_list_counts(string account, bool expected) =>
        Assert.Equal(expected, Ask.Decide(Ask.Event("telegram", direct: false), account).CommandAuthorized);

    [Fact]
    public void Somebody_who_was_paired_commands()
    {
        Assert.True(Ask.Decide(Ask.Event("telegram", direct: true), "{}", "777").CommandAuthorized);
        Assert.True(Ask.Decide(Ask.Event("telegram", direct: false), """{"groupPolicy":"open"}""", "777").CommandAuthorized);
        Assert.True(Ask.Decide(Ask.Event("whatsapp", direct: true), "{}", "+4577777777").CommandAuthorized);
    }

    [Theory]
    [InlineData("telegram", true)]
    [InlineData("whatsapp", true)]
    [InlineData("telegram", false)]
    [InlineData("whatsapp", false)]
    public void Without_access_groups_everybody_commands_who_is_let_in(string channel, bool direct)
    {
        var query = Ask.Query(Ask.Event(channel, direct), """{"dmPolicy":"open","groupPolicy":"open"}""");

        Assert.False(AccessControl.Decide(query).CommandAuthorized);
        Assert.True(AccessControl.Decide(query with { UseAccessGroups = false }).CommandAuthorized);
    }

    [Theory]
    [InlineData("""{"groupPolicy":"open"}""", false)]
    [InlineData("""{"groupPolicy":"open","allowFrom":["*"]}""", true)]
    [InlineData("""{"groupPolicy":"open","allowFrom":["+4577777777"]}""", true)]
    [InlineData("""{"groupPolicy":"open","groupAllowFrom":["+4577777777"]}""", true)]
    [InlineData("""{"groupPolicy":"open","allowFrom":["+4500000000"],"groupAllowFrom":["+4577777777"]}""", false)]
    public void In_a_WhatsApp_group_a_sender_commands_who_is_listed_and_no_stranger_to_the_owner(string account, bool expected) =>
        Assert.Equal(expected, Ask.Decide(Ask.Event("whatsapp", direct: false), account).CommandAuthorized);

    [Fact]
    public void On_WhatsApp_the_named_owners_exclude_those_who_were_paired_and_switching_access_groups_off_does_not_change_that()
    {
        var paired = Ask.Query(Ask.Event("whatsapp", direct: true), """{"allowFrom":["+4500000000"]}""", "+4577777777");

        var decision = AccessControl.Decide(paired);

        Assert.True(decision.IsAllowed);
        Assert.False(decision.CommandAuthorized);
        Assert.False(AccessControl.Decide(paired with { UseAccessGroups = false }).CommandAuthorized);
    }

    [Theory]
    [InlineData("""{"allowFrom":["777"]}""", "", true)]
    [InlineData("""{"dmPolicy":"open","allowFrom":["*"]}""", "", false)]
    [InlineData("""{"allowFrom":["*","@ann_lee"]}""", "", true)]
    [InlineData("""{}""", "777", true)]
    [InlineData("""{"dmPolicy":"open","allowFrom":["*"]}""", "777", true)]
    [InlineData("""{"allowFrom":["1"]}""", "777", false)]
    public void An_owner_is_named_and_those_who_were_paired_own_only_where_nobody_is_named(string account, string paired, bool expected)
    {
        string[] store = paired.Length == 0 ? [] : [paired];

        Assert.Equal(expected, Ask.Decide(Ask.Event("telegram", direct: true), account, store).IsOwner);
    }

    [Theory]
    [InlineData("""{"allowFrom":["777"]}""", true, true)]
    [InlineData("""{"dmPolicy":"open","allowFrom":["1"]}""", true, true)]
    [InlineData("""{"groupPolicy":"open"}""", false, false)]
    [InlineData("""{"groupPolicy":"open","allowFrom":["*"]}""", false, true)]
    [InlineData("""{"allowFrom":["777"],"capabilities":{"inlineButtons":"off"}}""", true, false)]
    [InlineData("""{"allowFrom":["777"],"capabilities":{"inlineButtons":"group"}}""", true, false)]
    [InlineData("""{"allowFrom":["777"],"capabilities":{"inlineButtons":"dm"}}""", true, true)]
    [InlineData("""{"allowFrom":["777"],"capabilities":{"inlineButtons":"dm"}}""", false, false)]
    [InlineData("""{"groupPolicy":"open","capabilities":{"inlineButtons":"all"}}""", false, true)]
    [InlineData("""{"groupPolicy":"open","capabilities":["inlineButtons"]}""", false, true)]
    [InlineData("""{"allowFrom":["777"],"capabilities":["other"]}""", true, false)]
    [InlineData("""{"dmPolicy":"disabled","capabilities":{"inlineButtons":"all"}}""", true, false)]
    public void A_pressed_button_passes_what_a_message_passes_and_the_scope_of_buttons(string account, bool direct, bool expected) =>
        Assert.Equal(expected, Ask.Decide(Ask.Event("telegram", direct) with { Kind = "callback" }, account).IsAllowed);

    [Fact]
    public void A_stranger_s_button_begins_no_pairing_where_buttons_are_for_those_listed()
    {
        var press = Ask.Event("telegram", direct: true) with { Kind = "callback" };

        Assert.Equal(AccessVerdict.Dropped, Ask.Decide(press, "{}").Verdict);
        Assert.Equal(AccessVerdict.Pair, Ask.Decide(press, """{"capabilities":{"inlineButtons":"all"}}""").Verdict);
    }
}
