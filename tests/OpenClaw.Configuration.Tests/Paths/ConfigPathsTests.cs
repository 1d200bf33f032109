using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Configuration.Tests.Paths;

public sealed class ConfigPathsTests : IDisposable
{
    private readonly TemporaryDirectory _home = new();

    [Fact]
    public void Without_anything_said_the_state_lives_in_dot_openclaw()
    {
        var paths = Resolve(ProfileSelection.None);

        Assert.Equal(_home[".openclaw"], paths.StateDir);
        Assert.Equal(_home[".openclaw/openclaw.json"], paths.ConfigFile);
        Assert.Equal(_home[".openclaw/workspace"], paths.Workspace);
        Assert.Null(paths.Profile);
    }

    [Fact]
    public void An_installation_under_a_former_name_is_found()
    {
        Directory.CreateDirectory(_home[".clawdbot"]);
        File.WriteAllText(_home[".clawdbot/clawdbot.json"], "{}");

        var paths = Resolve(ProfileSelection.None);

        Assert.Equal(_home[".clawdbot"], paths.StateDir);
        Assert.Equal(_home[".clawdbot/clawdbot.json"], paths.ConfigFile);
    }

    [Fact]
    [Trait("Runbook", "B1")]
    public void A_profile_shares_nothing_with_the_usual_installation()
    {
        var paths = Resolve(new ProfileSelection("work"));
        var own = _home[".openclaw-work"] + Path.DirectorySeparatorChar;

        Assert.All(
            [paths.ConfigFile, paths.IdentityDir, paths.ExecApprovalsFile, paths.CanvasDir, paths.Workspace, paths.LogDir, paths.CredentialsDir, paths.DevicesDir, paths.AgentsDir],
            path => Assert.StartsWith(own, path));
        Assert.True(paths.IsIsolated);
    }

    [Fact]
    public void A_profile_workspace_that_the_original_made_is_still_used()
    {
        Directory.CreateDirectory(_home[".openclaw/workspace-work"]);

        Assert.Equal(_home[".openclaw/workspace-work"], Resolve(new ProfileSelection("work")).Workspace);
    }

    [Fact]
    [Trait("Runbook", "B1")]
    public void Dev_is_a_profile_with_its_own_port()
    {
        var paths = Resolve(ProfileSelection.Dev);

        Assert.Equal(_home[".openclaw-dev"], paths.StateDir);
        Assert.Equal(19001, GatewayPorts.Resolve(null, paths, new OpenClawConfig()).Gateway);
        Assert.Equal(5, GatewayPorts.Resolve(5, paths, new OpenClawConfig()).Gateway);
        Assert.Equal(4000, Resolve(ProfileSelection.Dev, ("OPENCLAW_GATEWAY_PORT", "4000")).EnvironmentPort);
    }

    [Fact]
    public void The_profile_named_default_is_the_unprofiled_place()
    {
        var paths = Resolve(new ProfileSelection("Default"));

        Assert.Equal(_home[".openclaw"], paths.StateDir);
        Assert.Null(paths.Profile);
    }

    [Fact]
    public void A_state_directory_from_the_environment_is_never_left()
    {
        Directory.CreateDirectory(_home[".openclaw"]);
        File.WriteAllText(_home[".openclaw/openclaw.json"], "{}");

        var paths = Resolve(ProfileSelection.None, ("OPENCLAW_STATE_DIR", " ~/elsewhere "));

        Assert.Equal(_home["elsewhere"], paths.StateDir);
        Assert.Equal(_home["elsewhere/openclaw.json"], paths.ConfigFile);
    }

    [Fact]
    public void Environment_variables_win_over_the_profile()
    {
        var paths = Resolve(new ProfileSelection("work"), ("OPENCLAW_STATE_DIR", _home["s"]), ("OPENCLAW_CONFIG_PATH", "~/c.json5"));

        Assert.Equal(_home["s"], paths.StateDir);
        Assert.Equal(_home["c.json5"], paths.ConfigFile);
        Assert.Equal("work", paths.Profile);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("65536")]
    [InlineData("http")]
    public void A_port_variable_that_is_not_a_port_is_ignored(string value) =>
        Assert.Null(Resolve(ProfileSelection.None, ("OPENCLAW_GATEWAY_PORT", value)).EnvironmentPort);

    [Fact]
    public void The_home_directory_is_shortened_for_people()
    {
        var paths = Resolve(ProfileSelection.None);

        Assert.Equal("~/.openclaw", paths.Shorten(paths.StateDir));
        Assert.Equal("/etc/hosts", paths.Shorten("/etc/hosts"));
    }

    public void Dispose() => _home.Dispose();

    private ConfigPaths Resolve(ProfileSelection profile, params (string Name, string Value)[] variables) =>
        ConfigPaths.Resolve(new EnvironmentVariables([new("HOME", _home.Path), .. variables.Select(v => KeyValuePair.Create(v.Name, v.Value))]), profile);
}
