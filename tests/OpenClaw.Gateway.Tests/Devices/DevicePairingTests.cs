using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Client.Identity;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Devices;

/// <summary>The life of a device pairing and of its tokens (spec 01 §8).</summary>
public class DevicePairingTests
{
    private static readonly Dictionary<string, string> s_elsewhere = new() { ["Host"] = "gateway.example:18789" };

    [Fact]
    public async Task From_request_over_approval_and_upgrade_to_rejection()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var admin = await gateway.ConnectAsync();
        var hello = new Hello { ClientId = "openclaw-macos", Mode = "ui", DisplayName = "Laptop", Device = DeviceIdentity.Create(), Scopes = ["operator.read", "operator.write"] };

        var first = await RequestIdAsync(gateway, hello, "not-paired");
        Assert.Equal(first, await RequestIdAsync(gateway, hello, "not-paired"));
        var approved = await admin.RequestAsync("device.pair.approve", Id(first));
        Assert.Equal("approved", (string?)(await admin.EventAsync("device.pair.resolved"))["payload"]!["decision"]);
        Assert.Equal("unknown requestId", (await admin.RequestAsync("device.pair.approve", Id(first))).Error().Message);
        var device = approved["payload"]!["device"]!;
        Assert.Equal(["operator"], device["roles"]!.AsArray().Select(r => (string?)r));
        Assert.Null(device["tokens"]![0]!["token"]);

        await using (await gateway.ConnectAsync(hello, s_elsewhere))
        {
        }
        var upgrade = await RequestIdAsync(gateway, hello with { Scopes = ["operator.read", "operator.admin"] }, "scope-upgrade");
        Assert.NotEqual(first, upgrade);
        Assert.True((bool)(await admin.RequestAsync("device.pair.reject", Id(upgrade)))["ok"]!);
        Assert.Equal("unknown requestId", (await admin.RequestAsync("device.pair.reject", Id(upgrade))).Error().Message);
        var node = await RequestIdAsync(gateway, hello with { ClientId = "node-host", Mode = "node", Role = "node", Scopes = [] }, "role-upgrade");
        var both = await admin.RequestAsync("device.pair.approve", Id(node));
        Assert.Equal(["operator", "node"], both["payload"]!["device"]!["roles"]!.AsArray().Select(r => (string?)r));
        Assert.Equal(["node", "operator"], both["payload"]!["device"]!["tokens"]!.AsArray().Select(t => (string?)t!["role"]));
    }

    [Fact]
    public async Task An_open_request_is_brought_up_to_date_and_a_local_attempt_settles_it()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var admin = await gateway.ConnectAsync();
        var hello = new Hello { Device = DeviceIdentity.Create(), Scopes = ["operator.read"] };

        var first = await RequestIdAsync(gateway, hello, "not-paired");
        var second = await RequestIdAsync(gateway, hello with { Scopes = ["operator.write"] }, "not-paired");
        var pending = (await admin.RequestAsync("device.pair.list"))["payload"]!["pending"]!.AsArray().Single()!;
        await using var local = await gateway.ConnectAsync(hello);

        Assert.Equal(first, second);
        Assert.Equal(["operator.write"], pending["scopes"]!.AsArray().Select(s => (string?)s));
        Assert.Empty((await admin.RequestAsync("device.pair.list"))["payload"]!["pending"]!.AsArray());
    }

    [Fact]
    public async Task A_request_is_forgotten_after_five_minutes()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var gateway = await TestGateway.StartAsync(time: time);
        await using var admin = await gateway.ConnectAsync(time: time);
        var (asking, refused) = await gateway.TryConnectAsync(new Hello { Device = DeviceIdentity.Create() }, s_elsewhere, time);
        await asking.DisposeAsync();

        time.Advance(TimeSpan.FromMinutes(5.1));

        var answer = await admin.RequestAsync("device.pair.approve", Id((string)refused["error"]!["details"]!["requestId"]!));
        Assert.Equal("unknown requestId", answer.Error().Message);
    }

    [Fact]
    public async Task Revoking_a_token_ends_the_devices_socket_and_the_token()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var admin = await gateway.ConnectAsync();
        var device = DeviceIdentity.Create();
        var (client, hello) = await gateway.TryConnectAsync(new Hello { Device = device });
        await using var _ = client;
        var token = (string?)hello["payload"]!["auth"]!["deviceToken"];

        var answer = await admin.RequestAsync("device.token.revoke", new JsonObject { ["deviceId"] = device.DeviceId, ["role"] = "operator" });

        Assert.True((long)answer["payload"]!["revokedAtMs"]! > 0);
        Assert.Equal(1008, (await client.Closed).Code);
        var (again, refused) = await gateway.TryConnectAsync(new Hello { Device = device, Token = token });
        await using var __ = again;
        Assert.Equal("unauthorized: gateway token mismatch (provide gateway auth token)", refused.Error().Message);
        var (renewed, fresh) = await gateway.TryConnectAsync(new Hello { Device = device });
        await using var ___ = renewed;
        Assert.NotEqual(token, (string?)fresh["payload"]!["auth"]!["deviceToken"]);
    }

    [Fact]
    public async Task Who_revokes_their_own_token_gets_the_answer_before_the_goodbye()
    {
        await using var gateway = await TestGateway.StartAsync();
        var device = DeviceIdentity.Create();
        await using var client = await gateway.ConnectAsync(new Hello { Device = device });

        var answer = await client.RequestAsync("device.token.revoke", new JsonObject { ["deviceId"] = device.DeviceId, ["role"] = "operator" });

        Assert.True((bool)answer["ok"]!);
        Assert.Equal(1008, (await client.Closed).Code);
    }

    [Fact]
    public async Task Rotating_ends_the_sockets_of_the_old_value_only()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var admin = await gateway.ConnectAsync();
        var device = DeviceIdentity.Create();
        var (bySecret, hello) = await gateway.TryConnectAsync(new Hello { Device = device });
        await using var _ = bySecret;
        await using var byToken = await gateway.ConnectAsync(new Hello { Device = device, Token = (string?)hello["payload"]!["auth"]!["deviceToken"] });

        var rotated = await admin.RequestAsync("device.token.rotate", new JsonObject { ["deviceId"] = device.DeviceId, ["role"] = "operator" });

        Assert.Equal(1008, (await byToken.Closed).Code);
        Assert.True((bool)(await bySecret.RequestAsync("health"))["ok"]!);
        await using var fresh = await gateway.ConnectAsync(new Hello { Device = device, Token = (string?)rotated["payload"]!["token"] });
    }

    [Fact]
    public async Task Rejecting_a_device_ends_its_sockets()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var admin = await gateway.ConnectAsync();
        var hello = new Hello { Device = DeviceIdentity.Create(), Scopes = ["operator.read"] };
        await using var open = await gateway.ConnectAsync(hello);
        var request = await RequestIdAsync(gateway, hello with { Scopes = ["operator.admin"] }, "scope-upgrade");

        await admin.RequestAsync("device.pair.reject", Id(request));

        Assert.Equal(1008, (await open.Closed).Code);
    }

    [Fact]
    public async Task A_device_that_names_no_scopes_gets_what_was_approved()
    {
        await using var gateway = await TestGateway.StartAsync();
        var hello = new Hello { Device = DeviceIdentity.Create(), Scopes = ["operator.read"] };
        await using (await gateway.ConnectAsync(hello))
        {
        }

        await using var client = await gateway.ConnectAsync(hello with { Scopes = [] }, s_elsewhere);

        Assert.True((bool)(await client.RequestAsync("health"))["ok"]!);
        Assert.Equal("missing scope: operator.admin", (await client.RequestAsync("system-event", new JsonObject { ["text"] = "x" })).Error().Message);
    }

    [Fact]
    [Trait("Runbook", "B1")]
    public async Task Files_are_the_originals_private_and_outlive_the_gateway()
    {
        var device = DeviceIdentity.Create();
        await using var gateway = await TestGateway.StartAsync();
        await using (await gateway.ConnectAsync(new Hello { Device = device }))
        {
        }
        var path = Path.Combine(gateway.Paths.DevicesDir, "paired.json");
        var file = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!;
        var token = (string?)file[device.DeviceId]!["tokens"]!["operator"]!["token"];

        await gateway.RestartAsync();

        await using var client = await gateway.ConnectAsync(new Hello { Device = device, Token = token });
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task Members_of_a_newer_release_are_kept()
    {
        await using var gateway = await TestGateway.StartAsync();
        var device = DeviceIdentity.Create();
        await using (await gateway.ConnectAsync(new Hello { Device = device }))
        {
        }
        var path = Path.Combine(gateway.Paths.DevicesDir, "paired.json");
        var file = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!;
        file[device.DeviceId]!["ofTheFuture"] = new JsonObject { ["a"] = 1 };
        await File.WriteAllTextAsync(path, file.ToJsonString(), TestContext.Current.CancellationToken);

        await using var admin = await gateway.ConnectAsync();
        await admin.RequestAsync("device.token.rotate", new JsonObject { ["deviceId"] = device.DeviceId, ["role"] = "operator" });

        Assert.Contains("ofTheFuture", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_counts_as_empty_and_is_kept_aside()
    {
        await using var gateway = await TestGateway.StartAsync();
        var path = Path.Combine(gateway.Paths.DevicesDir, "paired.json");
        Directory.CreateDirectory(gateway.Paths.DevicesDir);
        await File.WriteAllTextAsync(path, "{ torn", TestContext.Current.CancellationToken);

        await using var client = await gateway.ConnectAsync(new Hello { Device = DeviceIdentity.Create() });

        Assert.Equal("{ torn", await File.ReadAllTextAsync(path + ".unreadable", TestContext.Current.CancellationToken));
        Assert.Contains(gateway.Log.Lines, l => l.Text.Contains("cannot be read", StringComparison.Ordinal));
    }

    private static JsonObject Id(string requestId) => new() { ["requestId"] = requestId };

    private static async Task<string> RequestIdAsync(TestGateway gateway, Hello hello, string reason)
    {
        var (client, answer) = await gateway.TryConnectAsync(hello, s_elsewhere);
        await using var _ = client;
        Assert.Equal(("NOT_PAIRED", "pairing required"), answer.Error());
        Assert.Equal(reason, (string?)answer["error"]!["details"]!["reason"]);
        return (string)answer["error"]!["details"]!["requestId"]!;
    }
}
