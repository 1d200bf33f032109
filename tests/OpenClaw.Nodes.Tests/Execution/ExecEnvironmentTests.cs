using System.Text;
using OpenClaw.Configuration;
using OpenClaw.Nodes.Execution;

namespace OpenClaw.Nodes.Tests.Execution;

public class ExecEnvironmentTests
{
    [Theory]
    [InlineData("LD_PRELOAD")]
    [InlineData("ld_library_path")]
    [InlineData("DYLD_INSERT_LIBRARIES")]
    [InlineData("NODE_OPTIONS")]
    [InlineData("PYTHONPATH")]
    [InlineData("PYTHONSTARTUP")]
    [InlineData("BASH_ENV")]
    [InlineData("ENV")]
    [InlineData("GIT_SSH_COMMAND")]
    [InlineData("PERL5OPT")]
    [InlineData("RUBYOPT")]
    [InlineData("BASH_FUNC_ls%%")]
    [InlineData("PATH")]
    [InlineData("ZDOTDIR")]
    [InlineData("A=B")]
    [InlineData("")]
    public void Variables_that_change_what_runs_are_refused_and_named(string name)
    {
        var (variables, refused) = ExecEnvironment.Build(Own(), [], new Dictionary<string, string> { [name] = "x", ["FINE"] = "y" });

        Assert.Equal([name], refused);
        Assert.Equal("y", variables["FINE"]);
        Assert.Equal("/usr/bin", variables["PATH"]);
    }

    [Fact]
    public void The_gateways_own_secrets_and_hooks_are_not_passed_on()
    {
        var (variables, _) = ExecEnvironment.Build(Own(), ["/opt/tools", "relative"], null);

        Assert.Equal(["HOME", "LC_ALL", "PATH"], variables.Keys.Order());
        Assert.Equal("/opt/tools:/usr/bin", variables["PATH"]);
    }

    [Fact]
    public void Output_is_text_whatever_the_bytes_are()
    {
        var cleaner = new OutputCleaner();
        byte[] raw = [.. "a\u001b[31mred\u001b"u8, .. "[0m\u0007\0b\r\nå"u8, 0xFF, .. "\u001b]0;title\u0007c\u202E"u8, 0xC3];

        var text = new StringBuilder();
        foreach (var part in raw)
            text.Append(cleaner.Push([part]));
        text.Append(cleaner.Push([], last: true));

        Assert.Equal("aredb\nå\uFFFDc\uFFFD", text.ToString());
    }

    private static EnvironmentVariables Own() => new(
    [
        new("PATH", "/usr/bin"), new("HOME", "/home/x"), new("LC_ALL", "C"), new("OPENAI_API_KEY", "sk"), new("OPENCLAW_GATEWAY_TOKEN", "t"),
        new("LD_PRELOAD", "/x.so"), new("BASH_ENV", "/x"),
    ]);
}
