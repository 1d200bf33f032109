using System.Text;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Client.Identity;
using OpenClaw.Configuration.Model;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.ControlPlane.Admission;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Admission;

/// <summary>Tailscale Serve identity, with a stand-in for the <c>tailscale</c> program (spec 01 §7.2).</summary>
public sealed class TailscaleTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("openclaw-tailscale-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task The_program_is_asked_for_the_forwarded_address_and_its_answer_is_kept_for_a_minute()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var calls = Path.Combine(_directory, "calls");
        var whois = new TailscaleWhois(time, Script($"echo \"$@\" >> {calls}; echo '{{\"UserProfile\":{{\"LoginName\":\"ada@example.com\"}}}}'"));

        for (var i = 0; i < 3; i++)
            Assert.Equal("ada@example.com", await whois.LoginOfAsync("100.64.1.2", TestContext.Current.CancellationToken));
        time.Advance(TimeSpan.FromSeconds(61));
        await whois.LoginOfAsync("100.64.1.2", TestContext.Current.CancellationToken);

        Assert.Equal(["whois --json 100.64.1.2", "whois --json 100.64.1.2"], await File.ReadAllLinesAsync(calls, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("echo '{\"User\":{\"Login\":\"b@x\"}}'", "b@x")]
    [InlineData("echo '{\"LoginName\":\"c@x\"}'", "c@x")]
    [InlineData("echo '{}'", null)]
    [InlineData("echo 'peer not found' >&2; exit 1", null)]
    [InlineData("echo 'not json'", null)]
    [InlineData("echo '[1]'", null)]
    public async Task Every_shape_of_answer_is_understood_or_is_nobody(string script, string? login)
    {
        var whois = new TailscaleWhois(TimeProvider.System, Script(script));

        Assert.Equal(login, await whois.LoginOfAsync("100.64.1.2", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_missing_program_and_a_text_that_is_no_address_are_nobody()
    {
        var missing = new TailscaleWhois(TimeProvider.System, Path.Combine(_directory, "no-such-program"));
        var whois = new TailscaleWhois(TimeProvider.System, Script("echo '{\"LoginName\":\"c@x\"}'"));

        Assert.Null(await missing.LoginOfAsync("100.64.1.2", TestContext.Current.CancellationToken));
        Assert.Null(await whois.LoginOfAsync("100.64.1.2; rm -rf /", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_confirmed_identity_replaces_the_secret_but_not_the_pairing()
    {
        await using var gateway = await StartAsync("ada@example.com");
        var device = DeviceIdentity.Create();
        var hello = new Hello { Token = null, Device = device, Scopes = ["operator.read"] };
        var (client, answer) = await gateway.TryConnectAsync(hello, Serve("Ada@Example.com "));
        await using var _ = client;
        await using var admin = await gateway.ConnectAsync();

        Assert.Equal("PAIRING_REQUIRED", answer.DetailCode());
        var requestId = (string)answer["error"]!["details"]!["requestId"]!;
        Assert.True((bool)(await admin.RequestAsync("device.pair.approve", new System.Text.Json.Nodes.JsonObject { ["requestId"] = requestId }))["ok"]!);
        await using var paired = await gateway.ConnectAsync(hello, Serve("ada@example.com"));
        Assert.True((bool)(await paired.RequestAsync("health"))["ok"]!);
    }

    [Theory]
    [InlineData("eve@example.com", true)]
    [InlineData("ada@example.com", false)]
    public async Task A_claim_that_the_daemon_does_not_confirm_or_that_lacks_the_proxys_headers_is_worth_nothing(string claimed, bool complete)
    {
        await using var gateway = await StartAsync("ada@example.com");
        var headers = Serve(claimed);
        if (!complete)
            headers.Remove("X-Forwarded-Host");
        var (client, answer) = await gateway.TryConnectAsync(new Hello { Token = null, Device = DeviceIdentity.Create() }, headers);
        await using var _ = client;

        Assert.Equal("AUTH_TOKEN_MISSING", answer.DetailCode());
    }

    [Fact]
    public async Task An_identity_with_a_junk_token_does_not_open_the_control_UIs_back_door()
    {
        await using var gateway = await StartAsync("ada@example.com", allowInsecureAuth: true);
        var hello = new Hello { ClientId = "openclaw-control-ui", Mode = "ui", Token = "junk" };
        await using var client = await gateway.ConnectAsync(hello, Serve("ada@example.com"));
        var (withDevice, refused) = await gateway.TryConnectAsync(hello with { Device = DeviceIdentity.Create() }, Serve("ada@example.com"));
        await using var _ = withDevice;

        Assert.Equal("missing scope: operator.read", (await client.RequestAsync("health")).Error().Message);
        Assert.Equal("PAIRING_REQUIRED", refused.DetailCode());
    }

    private static Task<TestGateway> StartAsync(string login, bool allowInsecureAuth = false) =>
        TestGateway.StartAsync(
            g => g with { ControlUi = g.ControlUi with { AllowInsecureAuth = allowInsecureAuth }, Auth = new GatewayAuthConfig { Mode = "token", Token = TestGateway.Token, AllowTailscale = true } },
            null, null, new HubLimits(), new StandIn(login));

    private static Dictionary<string, string> Serve(string login) => new()
    {
        ["Host"] = "box.tail1.ts.net",
        ["Tailscale-User-Login"] = login,
        ["X-Forwarded-For"] = "100.64.1.2",
        ["X-Forwarded-Proto"] = "https",
        ["X-Forwarded-Host"] = "box.tail1.ts.net",
    };

    private string Script(string body)
    {
        var path = Path.Combine(_directory, "tailscale");
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n", new UTF8Encoding(false));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private sealed class StandIn(string login) : ITailscaleWhois
    {
        public ValueTask<string?> LoginOfAsync(string address, CancellationToken cancellationToken) =>
            ValueTask.FromResult(address == "100.64.1.2" ? login : null);
    }
}
