using OpenClaw.Channels.Access;

namespace OpenClaw.Channels.Tests.Access;

/// <summary>A stranger in every policy gets exactly what the policy says (spec 10 §3.3), in direct chats.</summary>
public class DirectAccessTests
{
    private const string Named = "named";
    private const string Paired = "paired";
    private const string Stranger = "stranger";
    private const string Wildcard = "wildcard";
    private const string NobodyListed = "nobody listed";
    private const string Self = "self";

    public static TheoryData<string, string, string, AccessVerdict> Cells
    {
        get
        {
            var cells = new TheoryData<string, string, string, AccessVerdict>();
            foreach (var channel in (string[])["telegram", "whatsapp"])
            {
                foreach (var (policy, unknown) in ((string, AccessVerdict)[])[
                    ("pairing", AccessVerdict.Pair), ("allowlist", AccessVerdict.Dropped), ("open", AccessVerdict.Allowed), ("disabled", AccessVerdict.Dropped)])
                {
                    var known = policy == "disabled" ? AccessVerdict.Dropped : AccessVerdict.Allowed;
                    cells.Add(channel, policy, Named, known);
                    cells.Add(channel, policy, Paired, known);
                    cells.Add(channel, policy, Wildcard, known);
                    cells.Add(channel, policy, Stranger, unknown);
                    cells.Add(channel, policy, NobodyListed, unknown);
                    if (channel == "whatsapp")
                        cells.Add(channel, policy, Self, known);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_cell_of_the_table_holds(string channel, string policy, string who, AccessVerdict expected)
    {
        var entry = Ask.Ann(channel).Id;
        var list = who switch
        {
            Named => $"\"{entry}\"",
            Wildcard => "\"*\"",
            NobodyListed or Paired => "",
            _ => "\"+4500000000\"",
        };
        var inbound = Ask.Event(channel, direct: true, who == Self ? Ask.Self : null);
        string[] paired = who == Paired ? [entry] : [];

        var decision = Ask.Decide(inbound, $$"""{"dmPolicy":"{{policy}}","allowFrom":[{{list}}]}""", paired);

        Assert.Equal(expected, decision.Verdict);
        if (decision.IsAllowed)
            Assert.Equal(who is Named or Paired or Self, decision.IsOwner);
    }

    [Theory]
    [InlineData("telegram")]
    [InlineData("whatsapp")]
    public void Without_a_word_in_the_config_strangers_are_paired(string channel) =>
        Assert.Equal(AccessVerdict.Pair, Ask.Decide(Ask.Event(channel, direct: true), "{}").Verdict);

    [Theory]
    [InlineData("pairing")]
    [InlineData("allowlist")]
    [InlineData("open")]
    public void What_we_write_to_others_from_another_device_is_dropped(string policy)
    {
        var written = Ask.Event("whatsapp", direct: true, Ask.Self) with { FromMe = true, PeerId = "+4577777777" };

        Assert.Equal(AccessReason.OwnOutgoing, Ask.Decide(written, $$"""{"dmPolicy":"{{policy}}","allowFrom":["*"]}""").Reason);
    }

    [Fact]
    public void What_we_write_to_ourselves_is_let_in_and_may_command()
    {
        var note = Ask.Event("whatsapp", direct: true, Ask.Self) with { FromMe = true };

        var decision = Ask.Decide(note, """{"allowFrom":["+4599999999"]}""");

        Assert.Equal((AccessVerdict.Allowed, AccessReason.OwnNumber), (decision.Verdict, decision.Reason));
        Assert.True(decision is { CommandAuthorized: true, IsOwner: true });
    }

    [Theory]
    [InlineData("777")]
    [InlineData(" telegram:777 ")]
    [InlineData("TG:777")]
    [InlineData("@ann_lee")]
    [InlineData("ANN_LEE")]
    [InlineData("tg:@Ann_Lee")]
    public void A_Telegram_entry_names_somebody_by_id_or_by_name(string entry) =>
        Assert.Equal(entry.Trim(), Ask.Decide(Ask.Event("telegram", direct: true), $$"""{"dmPolicy":"allowlist","allowFrom":["{{entry}}"]}""").AllowEntry);

    [Fact]
    public void A_number_in_the_config_is_an_id_too() =>
        Assert.True(Ask.Decide(Ask.Event("telegram", direct: true), """{"dmPolicy":"allowlist","allowFrom":[777]}""").IsAllowed);

    [Theory]
    [InlineData("+45 77 77 77 77")]
    [InlineData("4577777777")]
    [InlineData("WhatsApp:whatsapp:+4577777777")]
    [InlineData("4577777777:12@s.whatsapp.net")]
    public void A_WhatsApp_entry_names_a_number_however_it_is_written(string entry) =>
        Assert.True(Ask.Decide(Ask.Event("whatsapp", direct: true), $$"""{"dmPolicy":"allowlist","allowFrom":["{{entry}}"]}""").IsAllowed);

    [Fact]
    public void Fix22_a_hidden_id_is_not_a_phone_number()
    {
        var hidden = Ask.Event("whatsapp", direct: true) with { Sender = new("4577777777@lid", "Ann", PlatformId: "4577777777:2@lid") };

        Assert.Equal(AccessVerdict.Dropped, Ask.Decide(hidden, """{"dmPolicy":"allowlist","allowFrom":["+4577777777"]}""").Verdict);
        Assert.True(Ask.Decide(hidden, """{"dmPolicy":"allowlist","allowFrom":["4577777777@lid"]}""").IsAllowed);
    }

    [Theory]
    [InlineData("telegram", "")]
    [InlineData("telegram", "@")]
    [InlineData("whatsapp", "nobody")]
    [InlineData("whatsapp", "x@y")]
    public void An_entry_that_can_be_nobody_lets_nobody_in(string channel, string entry)
    {
        Assert.Null(SenderIds.Normalize(channel, entry));
        Assert.Equal(AccessVerdict.Dropped, Ask.Decide(Ask.Event(channel, direct: true), $$"""{"dmPolicy":"allowlist","allowFrom":["{{entry}}"]}""").Verdict);
    }
}
