using System.Text.Json;

namespace OpenClaw.Cli.Tests.Program;

public sealed class ClientVerbTests : IDisposable
{
    private const string Devices =
        """
        {"pending":[{"requestId":"req-1","deviceId":"aaaabbbbccccddddeeee","publicKey":"k","role":"operator","ts":1}],
        "paired":[{"deviceId":"ffffeeeeddddccccbbbb","publicKey":"k","displayName":"Laptop","roles":["operator"],"scopes":["operator.admin"],
        "createdAtMs":1,"approvedAtMs":1,"tokens":[{"role":"operator","scopes":["operator.admin"],"createdAtMs":1,"revokedAtMs":2}]}]}
        """;

    private const string Nodes =
        """
        {"ts":5,"nodes":[{"nodeId":"node-1234567","displayName":"Living Room","platform":"ios","caps":["canvas"],"commands":["canvas.eval"],
        "paired":true,"connected":true}]}
        """;

    private readonly Installation _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData("health")]
    [InlineData("gateway", "health")]
    [InlineData("gateway", "call", "health")]
    [InlineData("devices", "list")]
    [InlineData("nodes", "status")]
    [InlineData("logs")]
    [InlineData("agent", "--message", "hi")]
    [Trait("Runbook", "D1")]
    public async Task An_unreachable_gateway_fails_at_once_and_says_what_was_tried(params string[] words)
    {
        var port = Installation.FreePort();

        var result = await _machine.RunWithAsync([("OPENCLAW_GATEWAY_PORT", $"{port}")], words);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains("gateway closed (1006 abnormal closure (no close frame)): no close reason", result.Error, StringComparison.Ordinal);
        Assert.Contains($"Cause: connect ECONNREFUSED 127.0.0.1:{port}\nGateway target: ws://127.0.0.1:{port}\nSource: local loopback\nConfig: {_machine.ConfigFile}\nBind: loopback\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" at OpenClaw", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_of_an_unreachable_gateway_succeeds_and_is_json_alone()
    {
        var result = await _machine.RunWithAsync([("OPENCLAW_GATEWAY_PORT", $"{Installation.FreePort()}")], "status", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Error);
        foreach (var member in (string[])["heartbeat", "channelSummary", "queuedSystemEvents", "sessions", "os", "update", "memory", "gateway", "gatewayService", "nodeService", "agents", "lastStop"])
            Assert.True(result.Json.TryGetProperty(member, out _), member);
        Assert.False(result.Json.GetProperty("gateway").GetProperty("reachable").GetBoolean());
    }

    [Fact]
    [Trait("Runbook", "E1")]
    public async Task Gateway_status_judges_port_and_rpc_apart_and_always_succeeds()
    {
        var port = Installation.FreePort();

        var result = await _machine.RunWithAsync([("OPENCLAW_GATEWAY_PORT", $"{port}")], "gateway", "status", "--json");
        var quiet = await _machine.RunAsync("gateway", "status", "--json", "--no-probe");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("free", result.Json.GetProperty("port").GetProperty("status").GetString());
        Assert.False(result.Json.GetProperty("rpc").GetProperty("ok").GetBoolean());
        Assert.Equal("stopped", result.Json.GetProperty("service").GetProperty("runtime").GetProperty("status").GetString());
        Assert.False(quiet.Json.TryGetProperty("rpc", out _));
    }

    [Fact]
    public async Task A_probe_without_a_reachable_target_exits_1_and_reports_each_target()
    {
        var port = Installation.FreePort();

        var result = await _machine.RunWithAsync([("OPENCLAW_GATEWAY_PORT", $"{port}")], "gateway", "probe", "--json");

        Assert.Equal(1, result.ExitCode);
        var target = result.Json.GetProperty("targets")[0];
        Assert.Equal("localLoopback", target.GetProperty("id").GetString());
        Assert.Equal($"connect failed: connect ECONNREFUSED 127.0.0.1:{port}", target.GetProperty("connect").GetProperty("error").GetString());
        Assert.Equal(1006, target.GetProperty("connect").GetProperty("close").GetProperty("code").GetInt32());
    }

    [Fact]
    [Trait("Runbook", "E5")]
    public async Task Call_sends_the_params_and_prints_the_result()
    {
        using var gateway = new ScriptedGateway(("some.method", """{"answer":42,"text":"é+<"}"""));

        var json = await _machine.RunAsync("gateway", "call", "some.method", "--params", """{"a":[1]}""", "--json", "--url", gateway.Url);
        var text = await _machine.RunAsync("gateway", "call", "some.method", "--url", gateway.Url);

        Assert.Equal(new ProgramResult(0, "{\n  \"answer\": 42,\n  \"text\": \"é+<\"\n}\n", ""), json);
        Assert.StartsWith("Gateway call: some.method\n{", text.Output, StringComparison.Ordinal);
        Assert.Equal("""{"a":[1]}""", gateway.Asked[0].Params.GetRawText());
        Assert.Equal("cli", gateway.Connects[0].GetProperty("client").GetProperty("id").GetString());
        Assert.Equal(
            "[\"operator.admin\",\"operator.approvals\",\"operator.pairing\"]", gateway.Connects[0].GetProperty("scopes").GetRawText());
    }

    [Theory]
    [InlineData("not json", "Gateway call failed: --params: not JSON")]
    [InlineData("[1]", "Gateway call failed: --params: must be a JSON object")]
    public async Task Params_that_are_no_object_are_refused_before_anything_is_sent(string parameters, string expected)
    {
        var result = await _machine.RunAsync("gateway", "call", "health", "--params", parameters);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_answer_is_one_line()
    {
        using var gateway = new ScriptedGateway();

        var result = await _machine.RunAsync("gateway", "call", "nope", "--url", gateway.Url);

        Assert.Equal(new ProgramResult(1, "", "error: Gateway call failed: unknown method: nope\n"), result);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("nonsense")]
    public async Task An_address_that_is_none_is_refused(string url)
    {
        var result = await _machine.RunAsync("health", "--url", url);

        Assert.Equal(new ProgramResult(1, "", $"error: --url: '{url}' is not a ws:// or wss:// address\n"), result);
    }

    [Fact]
    public async Task Devices_are_listed_approved_rejected_rotated_and_revoked()
    {
        using var gateway = new ScriptedGateway(
            ("device.pair.list", Devices),
            ("device.pair.approve", """{"requestId":"req-1","device":{"deviceId":"aaaa","publicKey":"k","createdAtMs":1,"approvedAtMs":1}}"""),
            ("device.pair.reject", """{"requestId":"req-1","deviceId":"aaaa"}"""),
            ("device.token.rotate", """{"deviceId":"aaaa","role":"operator","token":"new","scopes":[],"rotatedAtMs":1}"""),
            ("device.token.revoke", """{"deviceId":"aaaa","role":"operator","revokedAtMs":1}"""));

        var list = await _machine.RunAsync("devices", "list", "--url", gateway.Url);
        var json = await _machine.RunAsync("devices", "list", "--json", "--url", gateway.Url);
        var approve = await _machine.RunAsync("devices", "approve", "req-1", "--url", gateway.Url);
        var reject = await _machine.RunAsync("devices", "reject", "req-1", "--url", gateway.Url);
        var rotate = await _machine.RunAsync("devices", "rotate", "--device", "aaaa", "--role", "operator", "--scope", "operator.read", "--url", gateway.Url);
        var revoke = await _machine.RunAsync("devices", "revoke", "--device", "aaaa", "--role", "operator", "--url", gateway.Url);

        Assert.StartsWith("Pending: 1 · Paired: 1\n┌", list.Output, StringComparison.Ordinal);
        Assert.Contains("operator (revoked)", list.Output, StringComparison.Ordinal);
        Assert.Equal("req-1", json.Json.GetProperty("pending")[0].GetProperty("requestId").GetString());
        Assert.Equal("Approved aaaa\n", approve.Output);
        Assert.Equal("Rejected aaaa\n", reject.Output);
        Assert.Equal("new", rotate.Json.GetProperty("token").GetString());
        Assert.Equal("""{"deviceId":"aaaa","role":"operator","scopes":["operator.read"]}""", gateway.Asked[^2].Params.GetRawText());
        Assert.Equal(1, revoke.Json.GetProperty("revokedAtMs").GetInt32());
    }

    [Fact]
    public async Task Nodes_are_listed_described_renamed_and_invoked_by_name()
    {
        using var gateway = new ScriptedGateway(
            ("node.list", Nodes),
            ("node.pair.list", """{"pending":[],"paired":[{"nodeId":"node-1234567","token":"tok-secret","createdAtMs":1,"approvedAtMs":1}]}"""),
            ("node.describe", """{"ts":1,"nodeId":"node-1234567","displayName":"Living Room","caps":[],"commands":["canvas.eval"],"paired":true,"connected":true}"""),
            ("node.rename", """{"nodeId":"node-1234567","displayName":"Kitchen"}"""),
            ("node.invoke", """{"ok":true,"nodeId":"node-1234567","command":"canvas.eval","payload":{"r":1},"payloadJSON":null}"""));

        var status = await _machine.RunAsync("nodes", "status", "--url", gateway.Url);
        var list = await _machine.RunAsync("nodes", "list", "--json", "--url", gateway.Url);
        var pending = await _machine.RunAsync("nodes", "pending", "--json", "--url", gateway.Url);
        var describe = await _machine.RunAsync("nodes", "describe", "--node", "living room", "--url", gateway.Url);
        var rename = await _machine.RunAsync("nodes", "rename", "--node", "node-12", "--name", "Kitchen", "--url", gateway.Url);
        var invoke = await _machine.RunAsync("nodes", "invoke", "--node", "node-1234567", "--command", "canvas.eval", "--params", """{"javaScript":"1"}""", "--url", gateway.Url);
        var unknown = await _machine.RunAsync("nodes", "describe", "--node", "garage", "--url", gateway.Url);

        Assert.StartsWith("Known: 1 · Paired: 1 · Connected: 1\n", status.Output, StringComparison.Ordinal);
        Assert.Equal("node-1234567", list.Json.GetProperty("paired")[0].GetProperty("nodeId").GetString());
        Assert.DoesNotContain("tok-secret", list.Output, StringComparison.Ordinal);
        Assert.Equal("[]\n", pending.Output);
        Assert.Contains("- canvas.eval", describe.Output, StringComparison.Ordinal);
        Assert.Equal("node rename ok: node-1234567 -> Kitchen\n", rename.Output);
        Assert.True(invoke.Json.GetProperty("ok").GetBoolean());
        var sent = gateway.Asked.Last(a => a.Method == "node.invoke").Params;
        Assert.Equal(15000, sent.GetProperty("timeoutMs").GetInt32());
        Assert.NotEmpty(sent.GetProperty("idempotencyKey").GetString()!);
        Assert.Equal("error: nodes describe failed: unknown node: garage (known: Living Room)\n", unknown.Error);
    }

    [Fact]
    [Trait("Runbook", "E3")]
    public async Task Logs_are_shown_plain_and_as_json_lines()
    {
        var line = """{"0":"{\"subsystem\":\"gateway\"}","1":"hello","_meta":{"logLevelName":"WARN","name":"{\"subsystem\":\"gateway\"}"},"time":"2026-01-30T10:00:00.000Z"}""";
        var page = $$$"""{"file":"/tmp/x.log","cursor":10,"size":10,"lines":[{{{JsonSerializer.Serialize(line)}}},"torn"],"truncated":false,"reset":false}""";
        using var gateway = new ScriptedGateway(("logs.tail", page));

        var text = await _machine.RunAsync("logs", "--url", gateway.Url);
        var json = await _machine.RunAsync("logs", "--json", "--limit", "7", "--url", gateway.Url);

        Assert.Equal(new ProgramResult(0, "Log file: /tmp/x.log\n2026-01-30T10:00:00.000Z warn gateway hello\ntorn\n", ""), text);
        var lines = json.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        Assert.Equal(["meta", "log", "raw"], lines.Select(l => l.GetProperty("type").GetString()));
        Assert.Equal("hello", lines[1].GetProperty("message").GetString());
        Assert.Equal(7, gateway.Asked[^1].Params.GetProperty("limit").GetInt32());
    }

    [Fact]
    public async Task An_invalid_config_is_reported_on_the_error_stream_and_json_stays_pure()
    {
        _machine.WriteConfig("{ gateway: { prot: 1 } }");
        using var gateway = new ScriptedGateway(("health", """{"ok":true}"""));

        var tolerant = await _machine.RunAsync("gateway", "call", "health", "--json", "--url", gateway.Url);
        var strict = await _machine.RunAsync("devices", "list", "--json", "--url", gateway.Url);

        Assert.Equal(0, tolerant.ExitCode);
        Assert.True(tolerant.Json.GetProperty("ok").GetBoolean());
        Assert.Contains("Config invalid", tolerant.Error, StringComparison.Ordinal);
        Assert.Equal(1, strict.ExitCode);
        Assert.Equal("", strict.Output);
        Assert.Contains("Config invalid", strict.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--thinking", "deep", "--thinking: 'deep' must be one of off, minimal, low, medium, high")]
    [InlineData("--timeout", "0", "--timeout must be a positive integer (seconds)")]
    [InlineData("--timeout", "soon", "option '--timeout': 'soon' is not a whole number")]
    public async Task Agent_flags_with_wrong_values_are_named(string flag, string value, string expected)
    {
        var result = await _machine.RunAsync("agent", "--message", "hi", flag, value);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"error: {expected}\n", result.Error, StringComparison.Ordinal);
    }
}
