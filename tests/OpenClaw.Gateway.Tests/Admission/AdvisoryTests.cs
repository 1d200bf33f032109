using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Client.Identity;
using OpenClaw.Configuration.Model;
using OpenClaw.Gateway.ControlPlane.Admission;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Admission;

/// <summary>Known holes of this product family, each shown to be closed here (spec 12). The advisory is in the name.</summary>
[Trait("Runbook", "A10")]
public class AdvisoryTests
{
    private static readonly Dictionary<string, string> s_elsewhere = new() { ["Host"] = "gateway.example:18789" };

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://evil.example:18789")]
    [InlineData("null")]
    [InlineData("http://localhost.evil.example")]
    public async Task CVE_2026_25253_an_unknown_origin_is_refused(string origin)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync(new Dictionary<string, string> { ["Origin"] = origin });

        Assert.Contains(" 403 ", client.Status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CVE_2026_25253_the_gateways_own_page_neighbours_and_listed_origins_may_connect()
    {
        await using var gateway = await TestGateway.StartAsync(g => g with { ControlUi = g.ControlUi with { AllowedOrigins = ["https://ui.example"] } });
        foreach (var origin in new[] { $"http://127.0.0.1:{gateway.Port}", "http://localhost:5173", "https://ui.example" })
        {
            await using var client = await gateway.OpenAsync(new Dictionary<string, string> { ["Origin"] = origin });
            Assert.True(client.Upgraded, $"{origin}: {client.Status}");
        }
    }

    [Fact]
    public async Task CVE_2026_25593_and_GHSA_g55j_c2v4_pjcg_config_apply_needs_a_hello_ok_on_loopback_too()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await (await gateway.OpenAsync()).ChallengedAsync();

        var answer = await client.RequestAsync("config.apply", new JsonObject { ["raw"] = "{}" });

        Assert.False((bool)answer["ok"]!);
        Assert.Equal(1008, (await client.Closed).Code);
    }

    [Fact]
    public async Task CVE_2026_28473_an_approval_is_bound_to_the_approvers_scope()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var pairer = await gateway.ConnectAsync(new Hello { Scopes = ["operator.pairing"] });
        var (asking, refused) = await gateway.TryConnectAsync(new Hello { Device = DeviceIdentity.Create(), Scopes = ["operator.admin"] }, s_elsewhere);
        await using var _ = asking;
        var requestId = (string)refused["error"]!["details"]!["requestId"]!;

        var answer = await pairer.RequestAsync("device.pair.approve", new JsonObject { ["requestId"] = requestId });

        Assert.Equal(("INVALID_REQUEST", "missing scope: operator.admin"), answer.Error());
        await using var reader = await gateway.ConnectAsync(new Hello { Scopes = ["operator.read", "operator.write"] });
        Assert.Equal("missing scope: operator.pairing", (await reader.RequestAsync("device.pair.approve", new JsonObject { ["requestId"] = requestId })).Error().Message);
        Assert.Equal("missing scope: operator.approvals", (await reader.RequestAsync("exec.approval.resolve", new JsonObject())).Error().Message);
    }

    [Fact]
    public void GHSA_5847_rm3g_23mw_an_IPv4_address_mapped_into_IPv6_is_the_same_address_to_the_limiter()
    {
        var plain = System.Net.IPAddress.Parse("203.0.113.9");

        Assert.Equal(Addresses.BudgetKey(plain), Addresses.BudgetKey(plain.MapToIPv6()));
        Assert.Equal(
            Addresses.BudgetKey(System.Net.IPAddress.Parse("2001:db8:1:2::1")),
            Addresses.BudgetKey(System.Net.IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.NotEqual(
            Addresses.BudgetKey(System.Net.IPAddress.Parse("2001:db8:1:2::1")),
            Addresses.BudgetKey(System.Net.IPAddress.Parse("2001:db8:1:3::1")));
    }

    [Fact]
    public async Task ClawJacked_guessing_from_a_page_on_loopback_is_slowed_down_and_the_owners_tools_are_not()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var gateway = await TestGateway.StartAsync(time: time);
        var page = new Dictionary<string, string> { ["Origin"] = "http://localhost:5173" };
        for (var i = 0; i < 8; i++)
        {
            var (guess, refused) = await gateway.TryConnectAsync(new Hello { Token = $"guess-{i}" }, page, time);
            await guess.DisposeAsync();
            Assert.False((bool)refused["ok"]!);
        }

        var (client, answer) = await gateway.TryConnectAsync(new Hello(), page, time);
        await using var _ = client;
        Assert.Equal("AUTH_RATE_LIMITED", answer.DetailCode());
        Assert.True((bool)answer["error"]!["retryable"]!);
        Assert.InRange((int)answer["error"]!["retryAfterMs"]!, 1, 60_000);
        await using var owner = await gateway.ConnectAsync();
        time.Advance(TimeSpan.FromSeconds(61));
        await using var later = await gateway.ConnectAsync(new Hello(), page, time);
    }

    [Fact]
    public async Task PR_57647_a_device_token_does_not_get_around_the_limit()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var gateway = await TestGateway.StartAsync(time: time);
        var device = DeviceIdentity.Create();
        JsonObject last = [];
        for (var i = 0; i < 8; i++)
        {
            var hello = new Hello { Device = device, Token = null, DeviceToken = $"guess-{i}", MinProtocol = 4, MaxProtocol = 4 };
            (var guess, last) = await gateway.TryConnectAsync(hello, time: time);
            await guess.DisposeAsync();
        }

        Assert.Equal("AUTH_RATE_LIMITED", last.DetailCode());
    }

    [Fact]
    public async Task CVE_2026_32922_and_GHSA_4jpw_hj22_2xmc_rotation_grants_no_more_than_the_caller_and_the_pairing_hold()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var admin = await gateway.ConnectAsync();
        var device = DeviceIdentity.Create();
        await using var paired = await gateway.ConnectAsync(new Hello { Device = device, Scopes = ["operator.read"] });
        await using var pairer = await gateway.ConnectAsync(new Hello { Scopes = ["operator.pairing"] });
        JsonObject Rotate(params string[] scopes) => new()
        {
            ["deviceId"] = device.DeviceId,
            ["role"] = "operator",
            ["scopes"] = new JsonArray([.. scopes.Select(s => (JsonNode)s)]),
        };

        var widened = await admin.RequestAsync("device.token.rotate", Rotate("operator.admin"));
        var beyond = await pairer.RequestAsync("device.token.rotate", Rotate("operator.read"));
        var list = await admin.RequestAsync("device.pair.list");

        Assert.Equal(("INVALID_REQUEST", "scope not approved for this device: operator.admin"), widened.Error());
        Assert.Equal(("INVALID_REQUEST", "missing scope: operator.read"), beyond.Error());
        var stored = list["payload"]!["paired"]!.AsArray().Single(d => (string?)d!["deviceId"] == device.DeviceId)!;
        Assert.Equal(["operator.read"], stored["scopes"]!.AsArray().Select(s => (string?)s));
        Assert.True((bool)(await admin.RequestAsync("device.token.rotate", Rotate("operator.read")))["ok"]!);
    }

    [Fact]
    public async Task GHSA_rqpp_rjj8_7wv8_scopes_claimed_from_elsewhere_without_a_device_count_for_nothing()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var remote = await gateway.ConnectAsync(new Hello { Scopes = ["operator.admin"] }, s_elsewhere);
        await using var silent = await gateway.ConnectAsync(new Hello { Scopes = [] }, s_elsewhere);
        await using var local = await gateway.ConnectAsync(new Hello { Scopes = [] });

        Assert.Equal("missing scope: operator.read", (await remote.RequestAsync("health")).Error().Message);
        Assert.Equal("missing scope: operator.read", (await silent.RequestAsync("health")).Error().Message);
        Assert.True((bool)(await local.RequestAsync("device.pair.list"))["ok"]!);
    }

    [Fact]
    public async Task GHSA_whf9_3hcx_gq54_rotation_makes_no_role_that_nobody_approved()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var admin = await gateway.ConnectAsync();
        var device = DeviceIdentity.Create();
        await using var paired = await gateway.ConnectAsync(new Hello { Device = device });

        var answer = await admin.RequestAsync("device.token.rotate", new JsonObject { ["deviceId"] = device.DeviceId, ["role"] = "node" });

        Assert.Equal(("INVALID_REQUEST", "unknown deviceId/role"), answer.Error());
    }

    [Fact]
    public async Task GHSA_68x5_xx89_w9mm_a_tightened_secret_counts_for_the_next_connect()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var before = await gateway.ConnectAsync();
        gateway.Change(g => g with { Auth = new GatewayAuthConfig { Mode = "token", Token = "new-token" } });

        var (old, refused) = await gateway.TryConnectAsync(new Hello());
        await using var _ = old;
        await using var fresh = await gateway.ConnectAsync(new Hello { Token = "new-token" });

        Assert.Equal("AUTH_TOKEN_MISMATCH", refused.DetailCode());
    }

    [Fact]
    public async Task GHSA_xmxx_7p24_h892_and_GHSA_m8wm_r5vq_qjpg_connections_of_the_old_secret_end_when_it_changes()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var shared = await gateway.ConnectAsync();
        var device = DeviceIdentity.Create();
        var (pairing, hello) = await gateway.TryConnectAsync(new Hello { Device = device });
        await pairing.DisposeAsync();
        await using var byDevice = await gateway.ConnectAsync(new Hello { Device = device, Token = (string?)hello["payload"]!["auth"]!["deviceToken"] });

        gateway.Change(g => g with { Auth = new GatewayAuthConfig { Mode = "token", Token = "new-token" } });
        gateway.Runtime.ConfigChanged();

        Assert.Equal((4001, "gateway auth changed"), await shared.Closed);
        Assert.True((bool)(await byDevice.RequestAsync("health"))["ok"]!);
    }

    [Fact]
    public async Task CVE_2026_53832_a_loopback_peer_is_no_proxy_unless_the_config_names_it()
    {
        var forged = new Dictionary<string, string> { ["X-Forwarded-For"] = "127.0.0.1" };
        await using var plain = await TestGateway.StartAsync();
        var (client, answer) = await plain.TryConnectAsync(new Hello { Device = DeviceIdentity.Create() }, forged);
        await using var _ = client;
        await using var trusting = await TestGateway.StartAsync(g => g with { TrustedProxies = ["127.0.0.1"] });
        await using var trusted = await trusting.ConnectAsync(new Hello { Device = DeviceIdentity.Create() }, forged);
        var (spoofed, refused) = await trusting.TryConnectAsync(
            new Hello { Device = DeviceIdentity.Create() }, new Dictionary<string, string> { ["X-Forwarded-For"] = "127.0.0.1, 8.8.8.8" });
        await using var __ = spoofed;

        Assert.Equal("PAIRING_REQUIRED", answer.DetailCode());
        Assert.Equal("PAIRING_REQUIRED", refused.DetailCode());
    }

    [Fact]
    public async Task A_tailnet_name_in_the_host_header_does_not_make_a_caller_local()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, answer) = await gateway.TryConnectAsync(
            new Hello { Device = DeviceIdentity.Create() }, new Dictionary<string, string> { ["Host"] = "box.tailnet.ts.net" });
        await using var _ = client;

        Assert.Equal("PAIRING_REQUIRED", answer.DetailCode());
    }

    [Fact]
    public void A_million_wrong_tokens_cost_little_log_and_lock_nobody_else_out()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var log = new ListLoggerFactory();
        var limiter = new FailureLimiter(time);
        var refusals = new RefusalLog(log, time);
        for (var i = 0; i < 1_000_000; i++)
        {
            if (limiter.Blocked("203.0.113.9") == TimeSpan.Zero)
                limiter.Failed("203.0.113.9", $"guess-{i}");
            refusals.Add("203.0.113.9", "unauthorized: gateway token mismatch (provide gateway auth token)");
            if (i % 1000 == 0)
                time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.True(log.Lines.Sum(l => l.Text.Length + 200) < 1_000_000, $"{log.Lines.Count} lines");
        Assert.Contains(log.Lines, l => l.Text.Contains("more clients in the last minute", StringComparison.Ordinal));
        Assert.NotEqual(TimeSpan.Zero, limiter.Blocked("203.0.113.9"));
        Assert.Equal(TimeSpan.Zero, limiter.Blocked("198.51.100.1"));
        Assert.Equal(TimeSpan.Zero, limiter.Blocked("device:abc"));
        Assert.Equal(1, limiter.Count);
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(TimeSpan.Zero, limiter.Blocked("203.0.113.9"));
        Assert.DoesNotContain(log.Lines, l => l.Text.Contains("guess-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_paired_device_is_not_locked_out_by_the_guessing_of_its_neighbours()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var gateway = await TestGateway.StartAsync(time: time);
        var device = DeviceIdentity.Create();
        await using (await gateway.ConnectAsync(new Hello { Device = device }, time: time))
        {
        }
        for (var i = 0; i < 12; i++)
        {
            var (guess, _) = await gateway.TryConnectAsync(new Hello { Token = $"guess-{i}" }, time: time);
            await guess.DisposeAsync();
        }

        var (stranger, refused) = await gateway.TryConnectAsync(new Hello(), time: time);
        await using var __ = stranger;
        Assert.Equal("AUTH_RATE_LIMITED", refused.DetailCode());
        await using var known = await gateway.ConnectAsync(new Hello { Device = device }, time: time);
    }

    [Fact]
    public async Task A_client_that_keeps_sending_one_stale_token_locks_nobody_out()
    {
        await using var gateway = await TestGateway.StartAsync();
        for (var i = 0; i < 30; i++)
        {
            var (stale, refused) = await gateway.TryConnectAsync(new Hello { Token = "stale-token" });
            await stale.DisposeAsync();
            Assert.Equal("AUTH_TOKEN_MISMATCH", refused.DetailCode());
        }

        await using var client = await gateway.ConnectAsync();
    }
}
