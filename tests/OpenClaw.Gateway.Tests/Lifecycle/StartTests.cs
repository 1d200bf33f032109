using System.Net;
using System.Net.Sockets;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Model;
using OpenClaw.Gateway.ControlPlane.Admission;
using OpenClaw.Gateway.Lifecycle;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Lifecycle;

public class StartTests
{
    [Fact]
    [Trait("Runbook", "A5")]
    public async Task Loopback_is_the_default_and_answers_on_both_addresses()
    {
        await using var gateway = await TestGateway.StartAsync();

        Assert.All(gateway.Runtime.EndPoints, e => Assert.True(IPAddress.IsLoopback(e.Address)));
        await using var v4 = await gateway.OpenAsync();
        Assert.True(v4.Upgraded);
        if (gateway.Runtime.EndPoints.Count == 2)
        {
            await using var v6 = await gateway.OpenAsync(address: IPAddress.IPv6Loopback);
            Assert.True(v6.Upgraded);
        }
    }

    [Fact]
    public async Task A_taken_port_is_refused_and_named()
    {
        await using var first = await TestGateway.StartAsync();

        var refusal = await first.RefusedAsync(o => o with { Port = first.Port });

        Assert.Equal(StartRefusalKind.PortTaken, refusal.Kind);
        Assert.Equal($"another gateway instance is already listening on ws://127.0.0.1:{first.Port}", refusal.Message);
    }

    [Fact]
    public async Task The_port_is_free_again_after_a_stop()
    {
        var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.ConnectAsync();
        var port = gateway.Port;
        await gateway.DisposeAsync();

        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
    }

    public static TheoryData<string, string?, string?, string?, string, string?, string> Refusals => new()
    {
        { "loopback", "token", null, null, "off", null, "gateway.auth.token: no token is set" },
        { "loopback", "password", "t", null, "off", null, "gateway.auth.password:" },
        { "loopback", "token", "t", null, "funnel", null, "gateway.tailscale.mode: funnel" },
        { "lan", "token", "t", null, "serve", null, "gateway.bind: gateway.tailscale.mode is serve" },
        { "custom", "token", "t", null, "off", "not-an-address", "gateway.customBindHost: must be an IPv4 address" },
        { "custom", "token", "t", null, "off", null, "gateway.customBindHost: must be an IPv4 address" },
        { "everywhere", "token", "t", null, "off", null, "gateway.bind: must be loopback, lan, tailnet, auto or custom" },
        { "loopback", "none", "t", null, "off", null, "gateway.auth.mode: must be token or password" },
    };

    [Theory]
    [Trait("Runbook", "A10")]
    [MemberData(nameof(Refusals))]
    public async Task A_setting_that_would_leave_the_door_open_is_refused_by_name(
        string bind, string? mode, string? token, string? password, string tailscale, string? customHost, string text)
    {
        await using var any = await TestGateway.StartAsync();
        any.Change(g => g with
        {
            Bind = bind,
            CustomBindHost = customHost,
            Auth = new GatewayAuthConfig { Mode = mode, Token = token, Password = password },
            Tailscale = new GatewayTailscaleConfig { Mode = tailscale },
        });

        var refusal = await any.RefusedAsync();

        Assert.Equal(StartRefusalKind.Configuration, refusal.Kind);
        Assert.StartsWith(text, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Beyond_loopback_a_tailscale_identity_alone_is_not_enough()
    {
        var (plan, _) = BindPlan.Resolve("lan", new GatewayConfig());
        var auth = new GatewayAuth { Mode = "token", AllowTailscale = true };

        Assert.StartsWith("gateway.bind: listening beyond loopback needs a shared secret", StartChecks.Problem(auth, plan!, "off"), StringComparison.Ordinal);
        Assert.Null(StartChecks.Problem(auth with { Token = "t" }, plan!, "off"));
    }

    [Fact]
    public void Tailnet_without_a_tailnet_address_stays_on_loopback()
    {
        var (plan, problem) = BindPlan.Resolve("tailnet", new GatewayConfig());

        Assert.Null(problem);
        Assert.True(plan!.IsLoopback ? plan.Warning is not null : plan.Main.GetAddressBytes()[0] == 100);
    }

    [Fact]
    public void The_command_line_wins_over_the_config_and_the_config_over_the_environment()
    {
        var environment = new EnvironmentVariables([new("OPENCLAW_GATEWAY_TOKEN", "env-token"), new("OPENCLAW_GATEWAY_PASSWORD", "env-password")]);
        GatewayAuth Resolve(GatewayAuthConfig config, GatewayAuthOverrides overrides) => GatewayAuth.Resolve(
            new ConfigSnapshot
            {
                Path = "", Exists = true, Parsed = [], Resolved = [], Effective = [], Valid = true, Hash = "",
                Environment = environment,
                Config = new OpenClawConfig { Gateway = new GatewayConfig { Auth = config } },
            },
            overrides);

        Assert.Equal(("password", "env-password"), (Resolve(new(), new()).Mode, Resolve(new(), new()).Password));
        Assert.Equal("config-token", Resolve(new() { Mode = "token", Token = "config-token" }, new()).Token);
        Assert.Equal("flag-token", Resolve(new() { Mode = "token", Token = "config-token" }, new() { Token = "flag-token" }).Token);
        Assert.Equal("token", Resolve(new(), new() { Mode = "token" }).Mode);
        Assert.DoesNotContain("env-token", Resolve(new(), new()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Until_it_is_ready_a_gateway_asks_to_come_back()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Parts.Hub.IsReady = false;
        var (client, answer) = await gateway.TryConnectAsync(new Hello());
        await using var _ = client;

        Assert.Equal(("UNAVAILABLE", "gateway starting; retry shortly"), answer.Error());
        Assert.Equal((true, 500), ((bool)answer["error"]!["retryable"]!, (int)answer["error"]!["retryAfterMs"]!));
        Assert.Equal("startup-sidecars", (string?)answer["error"]!["details"]!["reason"]);
        Assert.Equal((1013, "gateway starting"), await client.Closed);
    }

    [Fact]
    [Trait("Runbook", "A9")]
    public async Task A_stop_is_announced_first_and_closes_everybody_connected_or_not()
    {
        var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.ConnectAsync();
        await using var unconnected = await (await gateway.OpenAsync()).ChallengedAsync();

        await gateway.DisposeAsync();

        var told = await client.EventAsync("shutdown");
        Assert.Equal("gateway stopping", (string?)told["payload"]!["reason"]);
        Assert.Equal((1012, "service restart"), await client.Closed);
        Assert.Equal((1012, "service restart"), await unconnected.Closed);
    }

    [Fact]
    public async Task A_restart_says_when_it_will_be_back_and_keeps_the_counters()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.ConnectAsync();
        var before = gateway.Versions.Current;

        await gateway.RestartAsync();

        Assert.Equal(1500, (int)(await client.EventAsync("shutdown"))["payload"]!["restartExpectedMs"]!);
        var (again, hello) = await gateway.TryConnectAsync(new Hello());
        await using var _ = again;
        Assert.True((int)hello["payload"]!["snapshot"]!["stateVersion"]!["presence"]! > before.Presence);
    }

    [Fact]
    [Trait("Runbook", "E8")]
    public async Task TLS_serves_with_a_certificate_that_is_made_once_and_kept()
    {
        await using var gateway = await TestGateway.StartAsync(g => g with { Tls = new GatewayTlsConfig { Enabled = true } });
        var certificate = await File.ReadAllTextAsync(Path.Combine(gateway.Paths.StateDir, "gateway", "tls", "gateway-cert.pem"), TestContext.Current.CancellationToken);
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, c, _, _) => c!.Subject == "CN=openclaw-gateway" };
        using var http = new HttpClient(handler);

        var answer = await http.GetStringAsync(new Uri($"https://127.0.0.1:{gateway.Port}/healthz"), TestContext.Current.CancellationToken);
        await gateway.RestartAsync();

        Assert.Equal("""{"ok":true,"status":"live"}""", answer);
        Assert.Equal(certificate, await File.ReadAllTextAsync(Path.Combine(gateway.Paths.StateDir, "gateway", "tls", "gateway-cert.pem"), TestContext.Current.CancellationToken));
    }
}
