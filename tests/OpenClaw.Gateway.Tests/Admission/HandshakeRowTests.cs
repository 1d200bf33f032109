using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Client.Identity;
using OpenClaw.Configuration.Model;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Admission;

/// <summary>The decision order of spec 01 §4.3, one test per row, over a real socket.</summary>
[Trait("Runbook", "C1")]
public class HandshakeRowTests
{
    private static readonly Dictionary<string, string> s_elsewhere = new() { ["Host"] = "gateway.example:18789" };

    [Fact]
    public async Task Row_0_who_does_not_connect_within_ten_seconds_is_closed_without_a_word()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var gateway = await TestGateway.StartAsync(time: time);
        await using var client = await (await gateway.OpenAsync()).ChallengedAsync();

        time.Advance(TimeSpan.FromSeconds(9));
        Assert.True((bool)(await client.RequestAsync("connect", new Hello().ToParams(client.Nonce, time)))["ok"]!);
        await using var silent = await (await gateway.OpenAsync()).ChallengedAsync();
        time.Advance(TimeSpan.FromSeconds(10.5));

        Assert.Equal((1000, ""), await silent.Closed);
        Assert.True((bool)(await client.RequestAsync("health"))["ok"]!);
    }

    [Fact]
    public async Task Row_1_a_message_above_64_KiB_before_connect_closes_1009()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await (await gateway.OpenAsync()).ChallengedAsync();

        await client.SendTextAsync(new string('x', 65_537));

        Assert.Equal((1009, ""), await client.Closed);
    }

    [Fact]
    public async Task Row_1_a_frame_that_announces_gigabytes_costs_no_memory_and_closes_1009()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await (await gateway.OpenAsync()).ChallengedAsync();

        await client.SendRawAsync([0x81, 0xFF, 0x3F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2, 3, 4]);
        await client.SendRawAsync(new byte[70_000]);

        Assert.Equal((1009, ""), await client.Closed);
    }

    [Theory]
    [InlineData("{not json")]
    [InlineData("")]
    [InlineData("hello")]
    public async Task Row_2_a_first_message_that_is_not_JSON_closes_1000(string text)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await (await gateway.OpenAsync()).ChallengedAsync();

        await client.SendTextAsync(text);

        Assert.Equal((1000, ""), await client.Closed);
        Assert.Empty(client.Rest());
    }

    [Theory]
    [InlineData("""{"hello":"world"}""")]
    [InlineData("[1,2,3]")]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("""{"type":"event","event":"x"}""")]
    [InlineData("""{"type":"req","id":"1","method":"connect","params":{},"extra":true}""")]
    public async Task Row_3_JSON_that_is_no_request_closes_1008(string text)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await (await gateway.OpenAsync()).ChallengedAsync();

        await client.SendTextAsync(text);

        Assert.Equal((1008, "invalid request frame"), await client.Closed);
        Assert.Empty(client.Rest());
    }

    [Theory]
    [InlineData("health")]
    [InlineData("config.apply")]
    [InlineData("no.such.method")]
    public async Task Row_4_no_method_is_answered_before_connect(string method)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await (await gateway.OpenAsync()).ChallengedAsync();

        var answer = await client.RequestAsync(method);

        Assert.Equal(("INVALID_REQUEST", "invalid handshake: first request must be connect"), answer.Error());
        Assert.Equal((1008, "invalid handshake: first request must be connect"), await client.Closed);
    }

    [Fact]
    public async Task Row_5_params_that_break_the_schema_are_named_and_the_close_reason_is_cut()
    {
        const string text = "invalid connect params: must have required property 'minProtocol'; must have required property 'maxProtocol'; "
            + "must have required property 'client'";
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await (await gateway.OpenAsync()).ChallengedAsync();

        var answer = await client.RequestAsync("connect", new JsonObject());

        Assert.Equal(("INVALID_REQUEST", text), answer.Error());
        Assert.Equal((1008, text[..120]), await client.Closed);
    }

    [Fact]
    public async Task Row_5_connect_without_params_must_be_an_object()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await (await gateway.OpenAsync()).ChallengedAsync();

        Assert.Equal(("INVALID_REQUEST", "invalid connect params: must be object"), (await client.RequestAsync("connect")).Error());
    }

    [Fact]
    public async Task Row_5_the_close_reason_is_cut_at_a_character_boundary()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await (await gateway.OpenAsync()).ChallengedAsync();
        var name = new string('a', 67) + new string('é', 40);

        var answer = await client.RequestAsync("connect", new Hello { Tamper = p => p[name] = 1 }.ToParams(client.Nonce));
        var (code, reason) = await client.Closed;

        Assert.Equal(1008, code);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(reason), 119, 120);
        Assert.StartsWith(reason, answer.Error().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(5, 9)]
    public async Task Row_6_no_protocol_in_common(int min, int max)
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, answer) = await gateway.TryConnectAsync(new Hello { MinProtocol = min, MaxProtocol = max });
        await using var _ = client;

        Assert.Equal(("INVALID_REQUEST", "protocol mismatch"), answer.Error());
        var details = answer["error"]!["details"]!;
        Assert.Equal(3, (int)details["expectedProtocol"]!);
        Assert.Equal("PROTOCOL_MISMATCH", (string?)details["code"]);
        Assert.Equal((min, max), ((int)details["clientMinProtocol"]!, (int)details["clientMaxProtocol"]!));
        Assert.Equal((1002, "protocol mismatch"), await client.Closed);
    }

    [Theory]
    [Trait("Runbook", "C9")]
    [InlineData(3, 3, 3)]
    [InlineData(1, 3, 3)]
    [InlineData(4, 4, 4)]
    [InlineData(3, 4, 4)]
    [InlineData(4, 9, 4)]
    public async Task Row_6_both_eras_are_served_and_the_highest_common_version_is_chosen(int min, int max, int chosen)
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, answer) = await gateway.TryConnectAsync(new Hello { MinProtocol = min, MaxProtocol = max });
        await using var _ = client;

        Assert.Equal(chosen, (int)answer["payload"]!["protocol"]!);
        Assert.Equal(chosen == 4, answer["payload"]!["auth"] is not null);
    }

    [Fact]
    [Trait("Runbook", "C9")]
    public async Task Row_5_a_newer_client_may_send_members_that_we_do_not_know()
    {
        await using var gateway = await TestGateway.StartAsync();
        void Extend(JsonObject p)
        {
            p["futureThing"] = 1;
            p["client"]!["futureThing"] = 1;
            p["client"]!["buildId"] = "b-1";
            p["auth"]!["futureThing"] = "x";
        }
        var (newer, accepted) = await gateway.TryConnectAsync(new Hello { MinProtocol = 4, MaxProtocol = 4, Tamper = Extend });
        await using var _ = newer;
        var (older, refused) = await gateway.TryConnectAsync(new Hello { Tamper = Extend });
        await using var __ = older;

        Assert.True((bool)accepted["ok"]!, accepted.ToJsonString());
        Assert.Contains("unexpected property 'futureThing'", refused.Error().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("worker")]
    [InlineData("admin")]
    public async Task Row_7_a_role_that_is_neither_operator_nor_node(string role)
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, answer) = await gateway.TryConnectAsync(new Hello { Role = role });
        await using var _ = client;

        Assert.Equal(("INVALID_REQUEST", "invalid role"), answer.Error());
        Assert.Equal((1008, "invalid role"), await client.Closed);
    }

    [Fact]
    public async Task Row_8_the_control_UI_needs_a_device()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, answer) = await gateway.TryConnectAsync(new Hello { ClientId = "openclaw-control-ui", Mode = "ui" });
        await using var _ = client;

        Assert.Equal(("INVALID_REQUEST", "control ui requires HTTPS or localhost (secure context)"), answer.Error());
        Assert.Equal("CONTROL_UI_DEVICE_IDENTITY_REQUIRED", answer.DetailCode());
        Assert.Equal((1008, "control ui requires HTTPS or localhost (secure context)"), await client.Closed);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Row_8_a_flag_of_the_config_lets_the_control_UI_in_without_a_device(bool insecure, bool dangerous)
    {
        await using var gateway = await TestGateway.StartAsync(g => g with
        {
            ControlUi = g.ControlUi with { AllowInsecureAuth = insecure, DangerouslyDisableDeviceAuth = dangerous },
        });
        var hello = new Hello { ClientId = "openclaw-control-ui", Mode = "ui" };
        var (client, answer) = await gateway.TryConnectAsync(hello, s_elsewhere);
        await using var _ = client;
        var (bare, refused) = await gateway.TryConnectAsync(hello with { Token = null }, s_elsewhere);
        await using var __ = bare;

        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        Assert.Null(answer["payload"]!["auth"]);
        Assert.Equal(("NOT_PAIRED", "device identity required"), refused.Error());
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(null, "some-password")]
    [InlineData("", null)]
    public async Task Row_9_without_a_device_a_credential_must_stand_for_it(string? token, string? password)
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, answer) = await gateway.TryConnectAsync(new Hello { Token = token, Password = password });
        await using var _ = client;

        Assert.Equal(("NOT_PAIRED", "device identity required"), answer.Error());
        Assert.Equal("DEVICE_IDENTITY_REQUIRED", answer.DetailCode());
        Assert.Equal((1008, "device identity required"), await client.Closed);
    }

    [Fact]
    public async Task Row_9_in_password_mode_the_right_password_stands_for_the_device()
    {
        await using var gateway = await TestGateway.StartAsync(WithPassword);
        var (right, accepted) = await gateway.TryConnectAsync(new Hello { Token = null, Password = "pw-1" });
        await using var _ = right;
        var (wrong, refused) = await gateway.TryConnectAsync(new Hello { Token = null, Password = "pw-2" });
        await using var __ = wrong;

        Assert.True((bool)accepted["ok"]!, accepted.ToJsonString());
        Assert.Equal("unauthorized: gateway password mismatch (provide gateway auth password)", refused.Error().Message);
    }

    [Fact]
    public async Task Row_10_the_device_id_must_be_the_hash_of_its_key()
    {
        await using var gateway = await TestGateway.StartAsync();
        var other = DeviceIdentity.Create();

        await RefusedAsync(gateway, new Hello { Device = DeviceIdentity.Create(), Tamper = p => p["device"]!["id"] = other.DeviceId },
            "device identity mismatch", "DEVICE_AUTH_DEVICE_ID_MISMATCH", "device-id-mismatch");
        await RefusedAsync(gateway, new Hello { Device = DeviceIdentity.Create(), Tamper = p => p["device"]!["publicKey"] = "!!!" },
            "device identity mismatch", "DEVICE_AUTH_DEVICE_ID_MISMATCH", "device-id-mismatch");
    }

    [Theory]
    [InlineData(-601)]
    [InlineData(601)]
    public async Task Row_11_a_signature_of_another_time_has_expired(int seconds)
    {
        await using var gateway = await TestGateway.StartAsync();

        await RefusedAsync(gateway, new Hello { Device = DeviceIdentity.Create(), ClockOffset = TimeSpan.FromSeconds(seconds) },
            "device signature expired", "DEVICE_AUTH_SIGNATURE_EXPIRED", "device-signature-stale");
    }

    [Fact]
    public async Task Row_12_from_elsewhere_a_device_must_sign_the_nonce()
    {
        await using var gateway = await TestGateway.StartAsync();

        await RefusedAsync(gateway, new Hello { Device = DeviceIdentity.Create(), WithNonce = false },
            "device nonce required", "DEVICE_AUTH_NONCE_REQUIRED", "device-nonce-missing", s_elsewhere);
        await RefusedAsync(gateway, new Hello { Device = DeviceIdentity.Create(), Tamper = p => p["device"]!["nonce"] = " " },
            "device nonce required", "DEVICE_AUTH_NONCE_REQUIRED", "device-nonce-missing", s_elsewhere);
    }

    [Fact]
    public async Task Row_12_on_this_host_the_first_signature_form_needs_no_nonce()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.ConnectAsync(new Hello { Device = DeviceIdentity.Create(), WithNonce = false });

        Assert.True((bool)(await client.RequestAsync("health"))["ok"]!);
    }

    [Fact]
    public async Task Row_13_the_nonce_must_be_this_sockets()
    {
        await using var gateway = await TestGateway.StartAsync();

        await RefusedAsync(gateway, new Hello { Device = DeviceIdentity.Create(), Tamper = p => p["device"]!["nonce"] = Guid.NewGuid().ToString() },
            "device nonce mismatch", "DEVICE_AUTH_NONCE_MISMATCH", "device-nonce-mismatch");
    }

    [Fact]
    public async Task Row_14_the_signature_must_cover_what_is_sent()
    {
        await using var gateway = await TestGateway.StartAsync();
        void Widen(JsonObject p) => p["scopes"] = new JsonArray("operator.admin");

        await RefusedAsync(gateway, new Hello { Device = DeviceIdentity.Create(), Scopes = ["operator.read"], Tamper = Widen },
            "device signature invalid", "DEVICE_AUTH_SIGNATURE_INVALID", "device-signature");
        await RefusedAsync(gateway, new Hello { Device = DeviceIdentity.Create(), Tamper = p => p["role"] = "node" },
            "device signature invalid", "DEVICE_AUTH_SIGNATURE_INVALID", "device-signature");
        await RefusedAsync(gateway, new Hello { Device = DeviceIdentity.Create(), Tamper = p => p["device"]!["signature"] = "AAAA" },
            "device signature invalid", "DEVICE_AUTH_SIGNATURE_INVALID", "device-signature");
    }

    [Fact]
    [Trait("Runbook", "C9")]
    public async Task Row_14_the_newer_signature_form_covers_platform_and_family()
    {
        await using var gateway = await TestGateway.StartAsync();
        var hello = new Hello { Device = DeviceIdentity.Create(), SignV3 = true, MinProtocol = 4, MaxProtocol = 4 };
        await using var client = await gateway.ConnectAsync(hello);

        await RefusedAsync(gateway, hello with { Tamper = p => p["client"]!["platform"] = "darwin" },
            "device signature invalid", "DEVICE_AUTH_SIGNATURE_INVALID", "device-signature");
    }

    public static TheoryData<string, string, string?, string?, string, string> Secrets => new()
    {
        { "cli", "cli", null, null, "unauthorized: gateway token missing (set gateway.remote.token to match gateway.auth.token)", "AUTH_TOKEN_MISSING" },
        { "test", "test", "wrong", null, "unauthorized: gateway token mismatch (provide gateway auth token)", "AUTH_TOKEN_MISMATCH" },
        { "webchat-ui", "webchat", "wrong", null, "unauthorized: gateway token mismatch (open a tokenized dashboard URL or paste token in Control UI settings)", "AUTH_TOKEN_MISMATCH" },
        { "openclaw-control-ui", "ui", "wrong", null, "unauthorized: gateway token mismatch (open a tokenized dashboard URL or paste token in Control UI settings)", "AUTH_TOKEN_MISMATCH" },
        { "test", "test", "wrong", "test-token-1", "unauthorized: gateway token mismatch (provide gateway auth token)", "AUTH_TOKEN_MISMATCH" },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public async Task Row_16_the_shared_secret_must_be_right(string id, string mode, string? token, string? password, string text, string code)
    {
        await using var gateway = await TestGateway.StartAsync();
        var hello = new Hello { ClientId = id, Mode = mode, Token = token, Password = password, Device = DeviceIdentity.Create() };
        var (client, answer) = await gateway.TryConnectAsync(hello);
        await using var _ = client;

        Assert.Equal(("INVALID_REQUEST", text), answer.Error());
        Assert.Equal(code, answer.DetailCode());
        Assert.False((bool)answer["error"]!["details"]!["canRetryWithDeviceToken"]!);
        Assert.Equal((1008, text.Length > 120 ? text[..120] : text), await client.Closed);
    }

    [Fact]
    public async Task Row_16_password_mode_says_what_is_wrong_with_the_password()
    {
        await using var gateway = await TestGateway.StartAsync(WithPassword);
        var device = DeviceIdentity.Create();
        async Task<string?> Message(Hello hello)
        {
            var (client, answer) = await gateway.TryConnectAsync(hello with { Device = device });
            await client.DisposeAsync();
            return answer.Error().Message;
        }

        Assert.Equal("unauthorized: gateway password missing (provide gateway auth password)", await Message(new Hello { Token = "pw-1" }));
        Assert.Equal(
            "unauthorized: gateway password mismatch (set gateway.remote.password to match gateway.auth.password)",
            await Message(new Hello { ClientId = "cli", Mode = "cli", Token = null, Password = "no" }));
        Assert.Equal(
            "unauthorized: gateway password missing (enter the password in Control UI settings)",
            await Message(new Hello { ClientId = "webchat-ui", Mode = "webchat", Token = null }));
        Assert.Null(await Message(new Hello { Token = null, Password = "pw-1" }));
    }

    [Fact]
    public async Task Row_16_every_credential_that_is_shown_must_be_valid()
    {
        await using var gateway = await TestGateway.StartAsync(WithPassword);
        var (client, answer) = await gateway.TryConnectAsync(new Hello { Token = "junk", Password = "pw-1" });
        await using var _ = client;

        Assert.Equal("unauthorized: gateway token mismatch (provide gateway auth token)", answer.Error().Message);
    }

    [Fact]
    public async Task Row_16_a_bootstrap_token_is_not_known_here()
    {
        await using var gateway = await TestGateway.StartAsync();
        var hello = new Hello
        {
            Token = null,
            Device = DeviceIdentity.Create(),
            MinProtocol = 4,
            MaxProtocol = 4,
            DeviceToken = null,
            BootstrapToken = "setup-code",
        };
        var (client, answer) = await gateway.TryConnectAsync(hello);
        await using var _ = client;

        Assert.Equal("AUTH_BOOTSTRAP_TOKEN_INVALID", answer.DetailCode());
    }

    [Fact]
    public async Task Row_17_an_unknown_device_from_elsewhere_waits_for_a_person()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var admin = await gateway.ConnectAsync();
        var device = DeviceIdentity.Create();
        var hello = new Hello { Device = device, DisplayName = "Laptop", Scopes = ["operator.read"] };
        var (client, answer) = await gateway.TryConnectAsync(hello, s_elsewhere);
        await using var _ = client;

        Assert.Equal(("NOT_PAIRED", "pairing required"), answer.Error());
        var details = answer["error"]!["details"]!;
        var requestId = (string)details["requestId"]!;
        Assert.Equal(("PAIRING_REQUIRED", "not-paired"), ((string?)details["code"], (string?)details["reason"]));
        var (code, reason) = await client.Closed;
        Assert.Equal(1008, code);
        Assert.Equal("pairing required", reason);
        var asked = await admin.EventAsync("device.pair.requested");
        Assert.Equal(requestId, (string?)asked["payload"]!["requestId"]);
        Assert.Equal(device.DeviceId, (string?)asked["payload"]!["deviceId"]);
    }

    private static GatewayConfig WithPassword(GatewayConfig gateway) =>
        gateway with { Auth = new GatewayAuthConfig { Mode = "password", Password = "pw-1" } };

    private static async Task RefusedAsync(
        TestGateway gateway, Hello hello, string message, string code, string reason, IReadOnlyDictionary<string, string>? headers = null)
    {
        var (client, answer) = await gateway.TryConnectAsync(hello, headers);
        await using var _ = client;
        Assert.Equal(("INVALID_REQUEST", message), answer.Error());
        Assert.Equal((code, reason), (answer.DetailCode(), (string?)answer["error"]!["details"]!["reason"]));
        Assert.Equal((1008, message), await client.Closed);
    }
}
