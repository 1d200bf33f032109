using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Client.Identity;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Health;

namespace OpenClaw.Client.Tests;

public sealed class GatewayClientTests : IDisposable
{
    private static readonly byte[] s_empty = "{}"u8.ToArray();

    private readonly TempDirectory _directory = new();
    private readonly FakeGateway _gateway = new();
    private readonly DeviceIdentity _identity = DeviceIdentity.Create();

    private GatewayClientOptions Options => new()
    {
        Url = _gateway.Url,
        Client = new ClientInfo { Id = ClientIds.Cli, Version = "dev", Platform = "linux", Mode = ClientModes.Cli },
        Scopes = ["operator.admin", "operator.pairing"],
        Token = "shared",
        Identity = _identity,
        Tokens = Store,
    };

    private DeviceTokenStore Store => new(_directory.File("device-auth.json"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _gateway.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task The_challenge_is_signed_with_the_v2_text_and_the_gateways_clock()
    {
        var (connect, client) = await ConnectAsync(Options);
        await using var _ = client;

        var device = connect.GetProperty("device");
        var text = DeviceSignatureText.V2(
            _identity.DeviceId, "cli", "cli", "operator", ["operator.admin", "operator.pairing"], 1737264000000, "shared", FakeConnection.Nonce);
        Assert.True(Ed25519Keys.Verify(device.GetProperty("publicKey").GetString()!, text, device.GetProperty("signature").GetString()!));
        Assert.Equal(1737264000000, device.GetProperty("signedAt").GetInt64());
        Assert.Equal(FakeConnection.Nonce, device.GetProperty("nonce").GetString());
        Assert.Equal(_identity.DeviceId, device.GetProperty("id").GetString());
        Assert.Equal(3, connect.GetProperty("minProtocol").GetInt32());
        Assert.Equal(4, connect.GetProperty("maxProtocol").GetInt32());
        Assert.Equal("shared", connect.GetProperty("auth").GetProperty("token").GetString());
    }

    [Fact]
    public async Task Without_a_challenge_it_connects_after_750_ms_with_the_v1_text()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1737264000000));
        // The same clock limits the whole connect; without room the loop below could run past both limits before a byte has moved.
        var connecting = GatewayClient.ConnectAsync(Options with { Time = time, ConnectTimeout = TimeSpan.FromDays(1) }, Stop);
        using var server = await _gateway.AcceptAsync();
        var receiving = server.ReceiveAsync();
        while (!receiving.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }
        var connect = (await receiving).GetProperty("params");
        await server.CloseAsync(1008, "enough");

        await Assert.ThrowsAsync<GatewayClosedException>(() => connecting);
        var device = connect.GetProperty("device");
        Assert.False(device.TryGetProperty("nonce", out var _));
        var text = DeviceSignatureText.V1(
            _identity.DeviceId, "cli", "cli", "operator", ["operator.admin", "operator.pairing"], device.GetProperty("signedAt").GetInt64(), "shared");
        Assert.True(Ed25519Keys.Verify(_identity.PublicKey, text, device.GetProperty("signature").GetString()!));
    }

    [Fact]
    public async Task A_device_token_from_hello_ok_is_stored_and_presented_next_time()
    {
        const string auth = """ "auth":{"deviceToken":"dev-tok","role":"operator","scopes":["operator.admin","operator.pairing"]},""";
        var (_, first) = await ConnectAsync(Options, auth);
        await first.DisposeAsync();

        var (connect, second) = await ConnectAsync(Options, auth);
        await second.DisposeAsync();

        Assert.Equal("dev-tok", connect.GetProperty("auth").GetProperty("token").GetString());
    }

    [Fact]
    public async Task A_refused_device_token_is_forgotten_and_the_shared_one_is_tried()
    {
        Store.Save(_identity.DeviceId, "operator", "stale", ["operator.admin", "operator.pairing"]);

        var connecting = GatewayClient.ConnectAsync(Options, Stop);
        using var refusing = await _gateway.AcceptAsync();
        var first = await refusing.RefuseAsync("INVALID_REQUEST", "unauthorized: gateway token mismatch (x)");
        using var welcoming = await _gateway.AcceptAsync();
        var second = await welcoming.WelcomeAsync();
        await using var client = await connecting;

        Assert.Equal("stale", first.GetProperty("auth").GetProperty("token").GetString());
        Assert.Equal("shared", second.GetProperty("auth").GetProperty("token").GetString());
        Assert.Null(Store.Find(_identity.DeviceId, "operator"));
    }

    [Fact]
    public async Task A_device_token_that_lacks_a_scope_is_not_presented_while_there_is_a_shared_one()
    {
        Store.Save(_identity.DeviceId, "operator", "narrow", ["operator.admin"]);

        var (connect, client) = await ConnectAsync(Options);
        await client.DisposeAsync();

        Assert.Equal("shared", connect.GetProperty("auth").GetProperty("token").GetString());
        Assert.NotNull(Store.Find(_identity.DeviceId, "operator"));
    }

    [Fact]
    public async Task A_pairing_refusal_keeps_the_stored_token_and_carries_the_request_id()
    {
        Store.Save(_identity.DeviceId, "operator", "good", ["operator.admin", "operator.pairing"]);

        var connecting = GatewayClient.ConnectAsync(Options, Stop);
        using var server = await _gateway.AcceptAsync();
        await server.RefuseAsync("NOT_PAIRED", "pairing required", """{"requestId":"r-1"}""");

        var refusal = await Assert.ThrowsAsync<GatewayClosedException>(() => connecting);
        Assert.Equal("gateway closed (1008): pairing required", refusal.Message);
        Assert.Equal("r-1", refusal.Error?.Details?.GetProperty("requestId").GetString());
        Assert.NotNull(Store.Find(_identity.DeviceId, "operator"));
    }

    [Fact]
    public async Task Nobody_listening_is_an_abnormal_closure_that_says_refused()
    {
        var url = _gateway.Url;
        _gateway.Dispose();

        var failure = await Assert.ThrowsAsync<GatewayClosedException>(() => GatewayClient.ConnectAsync(Options with { Url = url }, Stop));

        Assert.Equal("gateway closed (1006 abnormal closure (no close frame)): no close reason", failure.Message);
        Assert.Equal($"connect ECONNREFUSED 127.0.0.1:{url.Port}", failure.InnerException?.Message);
        Assert.True(failure.IsUnreachable);
    }

    [Fact]
    public async Task A_gateway_that_never_answers_connect_times_out()
    {
        var time = new FakeTimeProvider();
        var connecting = GatewayClient.ConnectAsync(Options with { Time = time }, Stop);
        using var server = await _gateway.AcceptAsync();
        await server.ChallengeAsync();
        await server.ReceiveAsync();
        while (!connecting.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var late = await Assert.ThrowsAsync<GatewayTimeoutException>(() => connecting);
        Assert.Equal("gateway timeout after 10000ms", late.Message);
    }

    [Fact]
    public async Task Answers_find_their_request_in_any_order()
    {
        await using var pair = await OpenAsync(Options);
        var one = pair.Client.RequestAsync("one", s_empty, cancellationToken: Stop);
        var first = await pair.Server.ReceiveAsync();
        var two = pair.Client.RequestAsync("two", s_empty, cancellationToken: Stop);
        var second = await pair.Server.ReceiveAsync();

        await pair.Server.AnswerAsync(second, "2");
        await pair.Server.AnswerAsync(first, "1");

        Assert.Equal(1, (await one).GetInt32());
        Assert.Equal(2, (await two).GetInt32());
    }

    [Fact]
    public async Task A_typed_request_sends_its_params_and_reads_its_result()
    {
        await using var pair = await OpenAsync(Options);
        var asking = pair.Client.RequestAsync(HealthMethods.Health, new HealthParams { Probe = true }, cancellationToken: Stop);
        var request = await pair.Server.ReceiveAsync();
        Assert.True(request.GetProperty("params").GetProperty("probe").GetBoolean());
        await pair.Server.AnswerAsync(
            request,
            """
            {"ok":true,"ts":1,"durationMs":2,"channels":{},"channelOrder":[],"channelLabels":{},"heartbeatSeconds":1800,
            "defaultAgentId":"main","agents":[],"sessions":{"path":"p","count":0,"recent":[]}}
            """);

        Assert.Equal(1800, (await asking).HeartbeatSeconds);
    }

    [Fact]
    [Trait("Runbook", "C3")]
    public async Task A_two_stage_answer_is_awaited_and_the_first_stage_told()
    {
        await using var pair = await OpenAsync(Options);
        var accepted = "";
        var options = new RequestOptions { ExpectFinal = true, Accepted = p => accepted = p.GetProperty("runId").GetString()! };
        var asking = pair.Client.RequestAsync("agent", s_empty, options, Stop);
        var request = await pair.Server.ReceiveAsync();
        await pair.Server.AnswerAsync(request, """{"runId":"r","status":"accepted","acceptedAt":1}""");
        await pair.Server.AnswerAsync(request, """{"runId":"r","status":"ok","summary":"completed"}""");

        Assert.Equal("ok", (await asking).GetProperty("status").GetString());
        Assert.Equal("r", accepted);
    }

    [Fact]
    public async Task Without_asking_for_the_final_the_first_stage_is_the_answer()
    {
        await using var pair = await OpenAsync(Options);
        var asking = pair.Client.RequestAsync("agent", s_empty, cancellationToken: Stop);
        var request = await pair.Server.ReceiveAsync();
        await pair.Server.AnswerAsync(request, """{"runId":"r","status":"accepted"}""");

        Assert.Equal("accepted", (await asking).GetProperty("status").GetString());
    }

    [Fact]
    public async Task An_error_answer_keeps_code_details_and_payload()
    {
        await using var pair = await OpenAsync(Options);
        var asking = pair.Client.RequestAsync("agent", s_empty, cancellationToken: Stop);
        var id = (await pair.Server.ReceiveAsync()).GetProperty("id").GetString();
        await pair.Server.SendAsync(
            $$$"""
            {"type":"res","id":"{{{id}}}","ok":false,"payload":{"runId":"r"},
            "error":{"code":"UNAVAILABLE","message":"no model","retryable":true,"retryAfterMs":500}}
            """);

        var failure = await Assert.ThrowsAsync<GatewayRequestException>(() => asking);
        Assert.Equal("no model", failure.Message);
        Assert.Equal("UNAVAILABLE", failure.Error.Code);
        Assert.Equal(500, failure.Error.RetryAfterMs);
        Assert.Equal("r", failure.Payload.GetProperty("runId").GetString());
    }

    [Fact]
    public async Task A_request_that_is_not_answered_times_out_and_the_connection_stays()
    {
        var time = new FakeTimeProvider();
        await using var pair = await OpenAsync(Options with { Time = time });
        var asking = pair.Client.RequestAsync("slow", s_empty, cancellationToken: Stop);
        await pair.Server.ReceiveAsync();
        time.Advance(TimeSpan.FromSeconds(11));
        await Assert.ThrowsAsync<GatewayTimeoutException>(() => asking);

        var again = pair.Client.RequestAsync("quick", s_empty, cancellationToken: Stop);
        await pair.Server.AnswerAsync(await pair.Server.ReceiveAsync(), "true");
        Assert.True((await again).GetBoolean());
    }

    [Theory]
    [InlineData(1012, "service restart", "gateway closed (1012): service restart")]
    [InlineData(1000, "", "gateway closed (1000 normal closure): no close reason")]
    public async Task A_closed_connection_fails_what_waits_with_code_and_reason(int code, string reason, string expected)
    {
        await using var pair = await OpenAsync(Options);
        var asking = pair.Client.RequestAsync("health", s_empty, cancellationToken: Stop);
        await pair.Server.ReceiveAsync();
        await pair.Server.CloseAsync(code, reason);

        Assert.Equal(expected, (await Assert.ThrowsAsync<GatewayClosedException>(() => asking)).Message);
        await pair.Client.Completion.WaitAsync(Stop);
        await Assert.ThrowsAsync<GatewayClosedException>(() => pair.Client.RequestAsync("more", s_empty, cancellationToken: Stop));
    }

    [Fact]
    public async Task A_cut_connection_fails_what_waits()
    {
        await using var pair = await OpenAsync(Options);
        var asking = pair.Client.RequestAsync("health", s_empty, cancellationToken: Stop);
        await pair.Server.ReceiveAsync();
        pair.Server.Cut();

        Assert.Equal(GatewayClosedException.Abnormal, (await Assert.ThrowsAsync<GatewayClosedException>(() => asking)).Code);
    }

    [Fact]
    [Trait("Runbook", "C8")]
    public async Task Events_come_in_order_and_a_skipped_number_is_announced_as_a_gap()
    {
        await using var pair = await OpenAsync(Options with { EventCapacity = 8 });
        await pair.Server.SendAsync("""{"type":"event","event":"tick","payload":{"ts":1},"seq":1}""");
        await pair.Server.SendAsync("""{"type":"event","event":"talk.mode","payload":{}}""");
        await pair.Server.SendAsync("not json");
        await pair.Server.SendAsync("""{"type":"event","event":"tick","payload":{"ts":2},"seq":4,"stateVersion":{"presence":2,"health":3}}""");

        var seen = await TakeAsync(pair.Client, 4);

        Assert.Equal(["tick", "talk.mode", "", "tick"], seen.Select(e => e.Name));
        Assert.Equal(GatewayEventKind.Gap, seen[2].Kind);
        Assert.Equal(3, seen[3].StateVersion?.Health);
    }

    [Fact]
    public async Task A_reader_that_falls_behind_loses_the_oldest_and_is_told()
    {
        await using var pair = await OpenAsync(Options with { EventCapacity = 2 });
        for (var i = 1; i <= 5; i++)
            await pair.Server.SendAsync($$"""{"type":"event","event":"e{{i}}","seq":{{i}}}""");
        var barrier = pair.Client.RequestAsync("barrier", s_empty, cancellationToken: Stop);
        await pair.Server.AnswerAsync(await pair.Server.ReceiveAsync(), "true");
        await barrier;

        var seen = await TakeAsync(pair.Client, 2);

        Assert.Equal(GatewayEventKind.Gap, seen[0].Kind);
        Assert.Equal("e5", seen[1].Name);
    }

    [Fact]
    [Trait("Runbook", "C8")]
    public async Task A_gateway_that_falls_silent_is_closed_with_4000()
    {
        var time = new FakeTimeProvider();
        await using var pair = await OpenAsync(Options with { Time = time });
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.False(pair.Client.Completion.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(4000, await pair.Server.ReceiveCloseAsync());
    }

    [Fact]
    public async Task A_lost_connection_is_dialled_again_with_growing_waits()
    {
        var time = new FakeTimeProvider();
        await using var pair = await OpenAsync(Options with { Time = time, Reconnect = true, EventCapacity = 8, ConnectTimeout = TimeSpan.FromDays(1) });
        await pair.Server.CloseAsync(1012, "service restart");
        var lost = (await TakeAsync(pair.Client, 1))[0];
        Assert.Equal(GatewayEventKind.Disconnected, lost.Kind);
        Assert.Equal(1012, lost.Closed?.Code);

        var again = _gateway.AcceptAsync();
        while (!again.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
        using var server = await again;
        await server.WelcomeAsync();

        Assert.Equal(GatewayEventKind.Reconnected, (await TakeAsync(pair.Client, 1))[0].Kind);
        var asking = pair.Client.RequestAsync("health", s_empty, cancellationToken: Stop);
        await server.AnswerAsync(await server.ReceiveAsync(), "true");
        Assert.True((await asking).GetBoolean());
    }

    [Fact]
    [Trait("Runbook", "E8")]
    public async Task A_pinned_certificate_is_accepted_and_another_refused()
    {
        using var gateway = new FakeGateway(tls: true);
        var pinned = Options with { Url = gateway.Url, TlsFingerprint = $"SHA256:{string.Join(':', gateway.Fingerprint.Chunk(2).Select(c => new string(c)))}" };
        var connecting = GatewayClient.ConnectAsync(pinned, Stop);
        using var server = await gateway.AcceptAsync();
        await server.WelcomeAsync();
        await (await connecting).DisposeAsync();

        var refusing = GatewayClient.ConnectAsync(pinned with { TlsFingerprint = new string('0', 64) }, Stop);
        await Assert.ThrowsAnyAsync<Exception>(gateway.AcceptAsync);
        var refusal = await Assert.ThrowsAsync<GatewayClosedException>(() => refusing);
        Assert.Contains("TLS refused: the certificate's SHA-256 is", refusal.Reason, StringComparison.Ordinal);
    }

    private async Task<(JsonElement Connect, GatewayClient Client)> ConnectAsync(GatewayClientOptions options, string auth = "")
    {
        var connecting = GatewayClient.ConnectAsync(options, Stop);
        var server = await _gateway.AcceptAsync();
        var connect = await server.WelcomeAsync(auth);
        return (connect, await connecting);
    }

    private async Task<ConnectedPair> OpenAsync(GatewayClientOptions options)
    {
        var connecting = GatewayClient.ConnectAsync(options, Stop);
        var server = await _gateway.AcceptAsync();
        await server.WelcomeAsync();
        return new ConnectedPair(await connecting, server);
    }

    private static async Task<List<GatewayEvent>> TakeAsync(GatewayClient client, int count)
    {
        var seen = new List<GatewayEvent>();
        while (seen.Count < count)
            seen.Add(await client.Events.ReadAsync(Stop));
        return seen;
    }

    private sealed record ConnectedPair(GatewayClient Client, FakeConnection Server) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Client.DisposeAsync();
            Server.Dispose();
        }
    }
}
