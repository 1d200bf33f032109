using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Replies;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Tests.Replies;

public class RunRepliesTests
{
    private static readonly ReplyRules s_rules = new(new MediaGate("/tmp", []));

    private static readonly RunOutcome s_outcome = new()
    {
        Status = RunStatus.Completed,
        StartedAt = 1,
        EndedAt = 2,
        Said = "Hello",
        Model = new ModelRef("stub", "stub-1"),
        Usage = new TokenUsage(80, 7, 0, 0),
        Cost = 0.000096,
    };

    [Fact]
    public void A_plain_answer_is_one_reply()
    {
        var shaped = RunReplies.Shape(s_outcome, s_rules);

        Assert.Equal("Hello", Assert.Single(shaped.Replies).Text);
        Assert.Equal("Hello", shaped.Text);
    }

    [Fact]
    public void What_was_thought_comes_first_and_alone()
    {
        var shaped = RunReplies.Shape(s_outcome with { Thoughts = "hm" }, s_rules with { Reasoning = true });

        Assert.Equal(["Reasoning:\nhm", "Hello"], shaped.Replies.Select(static reply => reply.Text));
        Assert.Equal("Hello", shaped.Text);
        Assert.Single(RunReplies.Shape(s_outcome with { Thoughts = "hm" }, s_rules).Replies);
    }

    [Fact]
    public void The_footer_stands_under_the_answer() =>
        Assert.Equal("Hello\n\nUsage: 80 in / 7 out · est $0.0001", RunReplies.Shape(s_outcome, s_rules with { Usage = "full" }).Text);

    [Fact]
    public void Silence_stays_silent_whatever_the_rules()
    {
        var shaped = RunReplies.Shape(s_outcome with { Said = "NO_REPLY", ToolError = "exec failed: no" }, s_rules with { Usage = "full", Prefix = "[x]" });

        Assert.Empty(shaped.Replies);
        Assert.Equal(string.Empty, shaped.Text);
    }

    [Fact]
    public void A_failed_tool_is_shown_only_when_nothing_else_is_said()
    {
        var failed = s_outcome with { Said = string.Empty, ToolError = "exec failed: disk full" };

        var reply = Assert.Single(RunReplies.Shape(failed, s_rules).Replies);
        Assert.Equal(("exec failed: disk full", true), (reply.Text, reply.IsError));
        Assert.Equal("Hello", RunReplies.Shape(failed with { Said = "Hello" }, s_rules).Text);
    }

    [Theory]
    [InlineData("disk full", "exec failed: disk full")]
    [InlineData("command is required", null)]
    [InlineData("the arguments must be one JSON object", null)]
    public void Mistakes_of_the_model_are_not_shown(string error, string? expected) =>
        Assert.Equal(expected, ToolErrors.Visible("exec", ToolResult.Error("exec", error)));

    [Fact]
    public void A_tool_that_succeeded_has_no_error() => Assert.Null(ToolErrors.Visible("exec", ToolResult.Text("""{"status":"ok"}""")));

    [Fact]
    public void The_line_of_a_tool_says_what_it_did_and_at_level_full_what_came_out()
    {
        Assert.Equal("🔧 exec: uname", ToolLine.Of("exec", "uname", ToolResult.Text("Linux"), withOutput: false));
        Assert.Equal("🔧 exec: uname\n```\nLinux\n```", ToolLine.Of("exec", "uname", ToolResult.Text("Linux"), withOutput: true));
        Assert.Equal("🔧 exec\n~~~\n```\n~~~", ToolLine.Of("exec", null, ToolResult.Text("```"), withOutput: true));
    }
}
