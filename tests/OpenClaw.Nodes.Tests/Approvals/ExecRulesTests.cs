using OpenClaw.Nodes.Approvals;
using OpenClaw.Protocol.ExecApprovals;

namespace OpenClaw.Nodes.Tests.Approvals;

public class ExecRulesTests
{
    [Theory]
    [InlineData(null, null, "allowlist", "on-miss", "allowlist", "on-miss")]
    [InlineData(null, null, "full", "off", "full", "off")]
    [InlineData("deny", null, "full", "off", "deny", "off")]
    [InlineData("full", "off", "allowlist", "on-miss", "allowlist", "on-miss")]
    [InlineData("allowlist", "always", "full", "off", "allowlist", "always")]
    [InlineData("nonsense", "nonsense", "full", "off", "deny", "always")]
    public void The_stricter_of_the_file_and_the_request_holds(
        string? fileSecurity, string? fileAsk, string security, string ask, string expectedSecurity, string expectedAsk)
    {
        var file = new ExecApprovalsFile { Version = 1, Defaults = new ExecApprovalsDefaults { Security = fileSecurity, Ask = fileAsk } };

        var rules = ExecRules.Resolve(file, "main", ExecLevels.Security(security)!.Value, ExecLevels.Ask(ask)!.Value);

        Assert.Equal((expectedSecurity, expectedAsk), (rules.Security.Word(), rules.Ask.Word()));
        Assert.Equal(ExecSecurity.Deny, rules.AskFallback);
    }

    [Fact]
    public void The_agents_entry_comes_before_the_star_and_lists_are_joined()
    {
        var file = new ExecApprovalsFile
        {
            Version = 1,
            Defaults = new ExecApprovalsDefaults { Security = "deny", AskFallback = "full" },
            Agents = new Dictionary<string, ExecApprovalsAgent>
            {
                ["*"] = new() { Security = "deny", Ask = "off", AskFallback = "allowlist", Allowlist = [new() { Pattern = "/a" }] },
                ["main"] = new() { Security = "allowlist", Allowlist = [new() { Pattern = "/b" }] },
            },
        };

        var rules = ExecRules.Resolve(file, "main", ExecSecurity.Full, ExecAsk.Off);

        Assert.Equal((ExecSecurity.Allowlist, ExecAsk.Off, ExecSecurity.Allowlist), (rules.Security, rules.Ask, rules.AskFallback));
        Assert.Equal(["/a", "/b"], rules.Allowlist.Select(entry => entry.Pattern));
    }
}
