using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Replies;

namespace OpenClaw.Agents.Tests.Replies;

public class PrefixAndFooterTests
{
    private static readonly ModelRef s_model = new("stub", "stub-1");

    [Theory]
    [InlineData(null, null)]
    [InlineData("auto", "[Ada]")]
    [InlineData("[{provider}/{model} {think}]", "[stub/stub-1 high]")]
    [InlineData("{modelFull} {identity.name} {other}", "stub/stub-1 Ada {other}")]
    public void A_prefix_says_who_answers(string? template, string? expected) =>
        Assert.Equal(expected, ResponsePrefix.Expand(template, "Ada", s_model, "high"));

    [Fact]
    public void A_prefix_stands_there_once()
    {
        Assert.Equal("[Ada] hello", ResponsePrefix.Apply("hello", "[Ada]"));
        Assert.Equal("[Ada] hello", ResponsePrefix.Apply("[Ada] hello", "[Ada]"));
        Assert.Equal("hello", ResponsePrefix.Apply("hello", null));
    }

    [Theory]
    [InlineData(null, "Ada", true, "")]
    [InlineData(null, "Ada", false, "[Ada]")]
    [InlineData(null, null, false, "[openclaw]")]
    [InlineData("> ", "Ada", true, "> ")]
    public void An_inbound_text_is_marked_where_anybody_may_write(string? configured, string? identity, bool hasAllowList, string expected) =>
        Assert.Equal(expected, MessagePrefix.For(configured, identity, hasAllowList));

    [Theory]
    [InlineData("off", null)]
    [InlineData(null, null)]
    [InlineData("tokens", "Usage: 80 in / 7 out")]
    [InlineData("on", "Usage: 80 in / 7 out")]
    [InlineData("full", "Usage: 80 in / 7 out · est $0.0001")]
    public void The_footer_says_what_a_run_took(string? level, string? expected) =>
        Assert.Equal(expected, UsageFooter.Of(level, new TokenUsage(80, 7, 20, 0), 0.000096));

    [Fact]
    public void What_the_messaging_tool_said_is_not_said_again_to_the_same_place()
    {
        var guard = new DuplicateGuard();
        var ann = new DeliveryTarget("telegram", "ann");
        guard.Sent(ann, "The build is green again 🙂");
        guard.Sent(ann, "ok");

        Assert.True(guard.IsDuplicate(ann, "the build is  green again"));
        Assert.False(guard.IsDuplicate(new DeliveryTarget("telegram", "bob"), "The build is green again"));
        Assert.False(guard.IsDuplicate(ann, "ok"));
    }

    [Fact]
    public void Only_the_last_two_hundred_texts_count()
    {
        var guard = new DuplicateGuard();
        var ann = new DeliveryTarget("telegram", "ann");
        for (var i = 0; i <= DuplicateGuard.Capacity; i++)
            guard.Sent(ann, $"a message with number {i}");

        Assert.False(guard.IsDuplicate(ann, "a message with number 0"));
        Assert.True(guard.IsDuplicate(ann, "a message with number 1"));
    }
}
