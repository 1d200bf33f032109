using OpenClaw.Configuration.Model;
using OpenClaw.Nodes.Commands;

namespace OpenClaw.Nodes.Tests.Commands;

public class NodeCommandPolicyTests
{
    private static readonly NodeCommandPolicy s_plain = new([], []);

    [Theory]
    [InlineData(NodePlatform.Linux, "system.run", true)]
    [InlineData(NodePlatform.Linux, "canvas.present", false)]
    [InlineData(NodePlatform.Windows, "browser.proxy", true)]
    [InlineData(NodePlatform.Ios, "canvas.a2ui.pushJSONL", true)]
    [InlineData(NodePlatform.Ios, "location.get", true)]
    [InlineData(NodePlatform.Ios, "sms.send", false)]
    [InlineData(NodePlatform.Ios, "system.run", false)]
    [InlineData(NodePlatform.Android, "sms.send", true)]
    [InlineData(NodePlatform.Macos, "screen.record", true)]
    [InlineData(NodePlatform.Macos, "system.which", true)]
    [InlineData(NodePlatform.Macos, "sms.send", false)]
    [InlineData(NodePlatform.Unknown, "sms.send", true)]
    [InlineData(NodePlatform.Unknown, "system.run", true)]
    [InlineData(NodePlatform.Unknown, "made.up", false)]
    public void A_platform_has_its_defaults(NodePlatform platform, string command, bool allowed) =>
        Assert.Equal(allowed, s_plain.AllowedOn(platform).Contains(command));

    [Fact]
    public void The_config_adds_and_takes_away_and_deny_wins()
    {
        var policy = NodeCommandPolicy.From(new GatewayNodesConfig
        {
            AllowCommands = [" made.up ", "both"],
            DenyCommands = ["system.run", "both", " "],
        });

        var allowed = policy.AllowedOn(NodePlatform.Linux);

        Assert.Contains("made.up", allowed);
        Assert.Contains("system.which", allowed);
        Assert.DoesNotContain("system.run", allowed);
        Assert.DoesNotContain("both", allowed);
    }

    [Fact]
    public void Declared_commands_are_trimmed_and_reduced_to_the_allowed_ones() => Assert.Equal(
        ["system.which", "system.run"],
        s_plain.Admit([" system.which", "made.up", "system.run", "system.run ", "canvas.present"], NodePlatform.Linux));

    [Fact]
    public void A_node_that_declares_nothing_has_nothing() => Assert.Empty(s_plain.Admit(null, NodePlatform.Linux));

    [Theory]
    [InlineData("system.run", null)]
    [InlineData(" ", "command required")]
    [InlineData("canvas.present", "command not allowlisted")]
    [InlineData("made.up", "command not allowlisted")]
    [InlineData("SYSTEM.RUN", "command not allowlisted")]
    [InlineData("system.execApprovals.get", "command not declared by node")]
    public void A_refusal_says_why_in_the_recorded_words(string command, string? reason) =>
        Assert.Equal(reason, s_plain.Refusal(command, ["system.run", "system.which"], NodePlatform.Linux));

    [Fact]
    public void A_node_without_commands_is_told_apart_from_one_without_this_command() =>
        Assert.Equal("node did not declare commands", s_plain.Refusal("system.run", [], NodePlatform.Linux));
}
