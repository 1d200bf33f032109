using System.Text.Json.Nodes;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Inbound.Mentions;
using OpenClaw.Configuration.Model;
using static OpenClaw.Channels.Tests.Inbound.Support.InboundBench;

namespace OpenClaw.Channels.Tests.Inbound;

/// <summary>Whether a message means us (spec 10 §3.4).</summary>
public sealed class MentionTests
{
    private readonly MentionPatterns _patterns = new();

    [Theory]
    [InlineData("hey Molty, hi", true)]
    [InlineData("@MOLTY hi", true)]
    [InlineData("hey mol\u200bty", true)]
    [InlineData("moltyx", false)]
    [InlineData("hi 🦞", true)]
    [InlineData("nothing", false)]
    public void Without_patterns_the_agent_s_name_and_emoji_mean_it(string text, bool expected) =>
        Assert.Equal(expected, Meant(Group(text, "k"), Route("Molty", "🦞")));

    [Fact]
    public void A_name_of_several_words_may_be_written_with_any_space() =>
        Assert.True(Meant(Group("hey big  lobster", "k"), Route("Big Lobster", null)));

    [Theory]
    [InlineData("""{"groupChat":{"mentionPatterns":["\\bclawd\\b"]}}""", "hey CLAWD", true)]
    [InlineData("""{"groupChat":{"mentionPatterns":["\bclawd\b"]}}""", "hey clawd", true)]
    [InlineData("""{"groupChat":{"mentionPatterns":["\bclawd\b"]}}""", "clawdia", false)]
    [InlineData("""{"groupChat":{"mentionPatterns":["(broken","ok"]}}""", "ok", true)]
    [InlineData("""{"groupChat":{"mentionPatterns":["(?=look)look"]}}""", "look", true)]
    [InlineData("""{"groupChat":{"mentionPatterns":[]}}""", "molty", false)]
    public void General_patterns_take_the_place_of_the_name_and_broken_ones_are_left_out(string messages, string text, bool expected) =>
        Assert.Equal(expected, Meant(Group(text, "k"), Route("Molty", null), messages));

    [Fact]
    public void Patterns_of_the_agent_itself_come_first_even_when_there_are_none()
    {
        const string General = """{"groupChat":{"mentionPatterns":["bot"]}}""";

        Assert.False(Meant(Group("bot", "k"), Route("Molty", null) with { MentionPatterns = [] }, General));
        Assert.True(Meant(Group("claw", "k"), Route("Molty", null) with { MentionPatterns = ["claw"] }, General));
    }

    [Fact]
    public void A_pattern_that_takes_for_ever_is_no_hit_and_stops_nobody()
    {
        const string Slow = """{"groupChat":{"mentionPatterns":["(?=a)(a+)+$"]}}""";

        Assert.False(Meant(Group(new string('a', 40) + "!", "k"), Route(null, null), Slow));
    }

    [Fact]
    public void A_mark_of_the_platform_a_reply_to_us_and_a_pressed_button_mean_us()
    {
        var inbound = Group("hi", "k");

        Assert.True(Meant(inbound with { Mentions = new InboundMentions { Any = true, Self = true } }));
        Assert.False(Meant(inbound with { Mentions = new InboundMentions { Any = true, Detectable = true } }));
        Assert.True(Meant(inbound with { ReplyTo = new InboundQuote("1", "x", IsToSelf: true) }));
        Assert.True(Meant(inbound with { Kind = "callback" }));
        Assert.True(Meant(Group("molty?", "k") with { Mentions = new InboundMentions { Any = true, Detectable = true } }, Route("Molty", null)));
    }

    [Fact]
    public void On_WhatsApp_a_mention_of_somebody_else_beats_our_name_except_on_a_shared_phone()
    {
        var other = PhoneGroup("molty, ask +4599999999", "k") with { Mentions = new InboundMentions { Any = true, OwnDigits = "4511111111", Detectable = true } };

        Assert.False(Meant(other, Route("Molty", null)));
        Assert.True(MentionCheck.Find(other, Patterns(Route("Molty", null), "{}"), isSharedPhone: true).IsMeant);
        Assert.False(MentionCheck.Find(
            PhoneGroup("hi", "k") with { Mentions = new InboundMentions { Any = true, Self = true, OwnDigits = "4511111111" } }, [], isSharedPhone: true).IsMeant);
    }

    [Theory]
    [InlineData("@45 11 11 11 11 hi", true)]
    [InlineData("call 4511111111", true)]
    [InlineData("call 4511111112", false)]
    public void On_WhatsApp_our_number_in_the_text_means_us(string text, bool expected) => Assert.Equal(expected, Meant(PhoneGroup(text, "k")));

    [Fact]
    public void Fix22_a_mention_by_hidden_id_counts() =>
        Assert.True(Meant(PhoneGroup("hi", "k") with { Mentions = new InboundMentions { Any = true, Self = true, OwnDigits = "4511111111" } }));

    [Fact]
    public void When_neither_our_name_nor_a_pattern_is_known_a_missing_mention_means_nothing()
    {
        var inbound = Group("hi", "k") with { Mentions = new InboundMentions() };

        Assert.False(MentionCheck.Find(inbound, [], false).IsDetectable);
        Assert.True(MentionCheck.Find(inbound, Patterns(Route("Molty", null), "{}"), false).IsDetectable);
        Assert.True(MentionCheck.Find(inbound with { Mentions = new InboundMentions { Detectable = true } }, [], false).IsDetectable);
    }

    private static InboundRoute Route(string? name, string? emoji) => new("main", "k", "m") { IdentityName = name, IdentityEmoji = emoji };

    private IReadOnlyList<System.Text.RegularExpressions.Regex> Patterns(InboundRoute route, string messages) =>
        _patterns.Of(route, OpenClawConfig.From(new JsonObject { ["messages"] = JsonNode.Parse(messages) }).Messages);

    private bool Meant(InboundEvent inbound, InboundRoute? route = null, string messages = "{}") =>
        MentionCheck.Find(inbound, Patterns(route ?? Route(null, null), messages), isSharedPhone: false).IsMeant;
}
