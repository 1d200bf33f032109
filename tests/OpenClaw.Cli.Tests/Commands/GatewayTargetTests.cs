using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Cli.Terminal;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Cli.Tests.Commands;

public sealed class GatewayTargetTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("openclaw-target-");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void The_local_gateway_is_asked_with_the_local_token()
    {
        var target = Resolve("{ gateway: { port: 4711, auth: { token: 'local' } } }", new RemoteChoice());

        Assert.Equal(("ws://127.0.0.1:4711", "local loopback", "local"), (target.UrlText, target.Source, target.Token));
    }

    [Fact]
    public void The_environment_wins_over_the_file_and_a_flag_over_both()
    {
        const string config = "{ gateway: { auth: { token: 'local' } } }";

        Assert.Equal("env", Resolve(config, new RemoteChoice(), ("OPENCLAW_GATEWAY_TOKEN", "env")).Token);
        Assert.Equal("flag", Resolve(config, new RemoteChoice { Token = "flag" }, ("OPENCLAW_GATEWAY_TOKEN", "env")).Token);
    }

    [Fact]
    public void Mode_remote_uses_the_remote_address_and_secret()
    {
        var target = Resolve("{ gateway: { mode: 'remote', remote: { url: 'wss://far:1', token: 'remote' }, auth: { token: 'local' } } }", new RemoteChoice());

        Assert.Equal(("wss://far:1", "config gateway.remote.url", "remote"), (target.UrlText, target.Source, target.Token));
    }

    [Fact]
    public void Mode_remote_without_an_address_is_a_misconfiguration()
    {
        var target = Resolve("{ gateway: { mode: 'remote' } }", new RemoteChoice());

        Assert.True(target.Misconfigured);
        Assert.Equal("missing gateway.remote.url (fallback local)", target.Source);
    }

    [Theory]
    [InlineData("ws://192.0.2.1:1", null)]
    [InlineData("ws://127.0.0.1:1", "local")]
    public void A_typed_address_gets_a_secret_of_the_config_only_on_this_machine(string url, string? token)
    {
        var target = Resolve("{ gateway: { auth: { token: 'local' } } }", new RemoteChoice { Url = url });

        Assert.Equal(token, target.Token);
        Assert.Equal("cli --url", target.Source);
    }

    [Fact]
    public void Tls_is_spoken_when_the_config_says_so()
    {
        Assert.Equal("wss://127.0.0.1:18789", Resolve("{ gateway: { tls: { enabled: true } } }", new RemoteChoice()).UrlText);
    }

    private GatewayTarget Resolve(string config, RemoteChoice choice, params (string Name, string Value)[] variables)
    {
        var state = Directory.CreateDirectory(Path.Combine(_home.FullName, ".openclaw")).FullName;
        File.WriteAllText(Path.Combine(state, "openclaw.json"), config);
        var environment = new EnvironmentVariables([new("HOME", _home.FullName), .. variables.Select(v => KeyValuePair.Create(v.Name, v.Value))]);
        var context = new CliContext(
            Surroundings.Of(environment, ProfileSelection.None, _home.FullName), ProfileSelection.None, new Screen(environment, colour: false), verbose: false);
        var target = GatewayTarget.Resolve(context, choice, out var problem);
        Assert.Null(problem);
        return target!;
    }
}
