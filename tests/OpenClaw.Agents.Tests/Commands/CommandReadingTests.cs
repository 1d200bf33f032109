using OpenClaw.Agents.Commands;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Queues;

namespace OpenClaw.Agents.Tests.Commands;

public class CommandReadingTests
{
    [Theory]
    [InlineData("/status", "status", "", "")]
    [InlineData("  /Status  ", "status", "", "")]
    [InlineData("/think high", "think", "high", "")]
    [InlineData("/think: high", "think", "high", "")]
    [InlineData("/think@my_bot high", "think", "high", "")]
    [InlineData("/skill notes write\nthis down", "skill", "notes write", "this down")]
    [InlineData("! ls -la", "bash", "ls -la", "")]
    [InlineData("/dock-telegram", "dock-telegram", "", "")]
    public void A_command_is_read_from_the_first_line(string text, string name, string arguments, string more) =>
        Assert.Equal(new CommandLine(name, arguments, more), CommandLine.Parse(text));

    [Theory]
    [InlineData("hello /status")]
    [InlineData("/etc/hosts")]
    [InlineData("/")]
    [InlineData("//comment")]
    [InlineData("!")]
    [InlineData("!!")]
    [InlineData("/a.b")]
    public void What_does_not_begin_like_a_command_is_none(string text) => Assert.Null(CommandLine.Parse(text));

    [Fact]
    public void A_command_for_another_bot_is_not_ours()
    {
        Assert.Null(CommandLine.Parse("/status@other_bot", "my_bot"));
        Assert.NotNull(CommandLine.Parse("/status@My_Bot", "my_bot"));
    }

    [Theory]
    [InlineData("/new", "")]
    [InlineData("/NEW fix it", "fix it")]
    [InlineData("/reset: fix it", "fix it")]
    [InlineData("/new@bot fix it", "fix it")]
    [InlineData("/newer", null)]
    [InlineData("please /new", null)]
    public void A_trigger_is_the_beginning_of_a_message(string text, string? expected) => Assert.Equal(expected, ResetTriggers.After(text, null));

    [Fact]
    public void Triggers_are_what_is_configured()
    {
        Assert.Equal("please", ResetTriggers.After("Start over please", ["start over"]));
        Assert.Null(ResetTriggers.After("/new", ["start over"]));
    }

    [Theory]
    [InlineData("stop", true)]
    [InlineData(" STOP ", true)]
    [InlineData("/stop@bot", true)]
    [InlineData("interrupt", true)]
    [InlineData("stop it", false)]
    [InlineData("please stop", false)]
    public void A_stop_word_is_the_whole_message(string text, bool expected) => Assert.Equal(expected, StopWords.Is(text));

    [Theory]
    [InlineData("/think high do X", "do X", "high", null)]
    [InlineData("do X /think high", "do X", "high", null)]
    [InlineData("/t: max\ndo X", "do X", "high", null)]
    [InlineData("do /v on it /think low now", "do it now", "low", "on")]
    [InlineData("/think about it", "/think about it", null, null)]
    [InlineData("path a/think high", "path a/think high", null, null)]
    [InlineData("```\n/think high\n```", "```\n/think high\n```", null, null)]
    [InlineData("say `/think high`", "say `/think high`", null, null)]
    public void A_level_is_taken_out_of_a_message(string text, string rest, string? thinking, string? verbose)
    {
        var (found, left) = MessageDirectives.Read(text, static _ => null);

        Assert.Equal((rest, thinking, verbose), (left, found.Thinking, found.Verbose));
    }

    [Fact]
    public void A_model_and_a_queue_are_directives_as_far_as_their_words_mean_something()
    {
        var (found, left) = MessageDirectives.Read(
            "/model opus /queue interrupt cap:3 now go", static word => word == "opus" ? new ModelRef("anthropic", "claude-opus-4-5") : null);

        Assert.Equal("now go", left);
        Assert.Equal("claude-opus-4-5", found.Model!.Value.Id);
        Assert.Equal(new QueueChoice(QueueMode.Interrupt, Cap: 3), found.Queue);
        Assert.Equal("/model gpt please", MessageDirectives.Read("/model gpt please", static _ => null).Text);
    }
}
