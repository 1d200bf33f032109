namespace OpenClaw.Cli.Tests.Program;

public sealed class DevFlowTests : IDisposable
{
    private readonly Installation _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    [Trait("Runbook", "B2")]
    [Trait("Runbook", "E6")]
    public async Task Setup_gateway_status_health_and_agent_work_in_that_order_on_a_new_machine()
    {
        var port = Installation.FreePort();
        (string, string)[] there = [("OPENCLAW_GATEWAY_PORT", $"{port}")];

        var setup = await _machine.RunAsync("--dev", "setup");
        using var gateway = await _machine.StartGatewayAsync(port, "--dev", "gateway", "--allow-unconfigured");
        var status = await _machine.RunWithAsync(there, "--dev", "status");
        var statusJson = await _machine.RunWithAsync(there, "--dev", "status", "--json");
        var health = await _machine.RunWithAsync(there, "--dev", "health");
        var healthJson = await _machine.RunWithAsync(there, "--dev", "gateway", "call", "health", "--json");
        var agent = await _machine.RunWithAsync(there, "--dev", "agent", "--message", "hi");
        var agentJson = await _machine.RunWithAsync(there, "--dev", "agent", "--message", "hi", "--json");
        var sessions = await _machine.RunWithAsync(there, "--dev", "sessions", "--json");

        Assert.Equal(0, setup.ExitCode);
        Assert.Equal(0, status.ExitCode);
        Assert.Contains("reachable", status.Output, StringComparison.Ordinal);
        Assert.True(statusJson.Json.GetProperty("gateway").GetProperty("reachable").GetBoolean());
        Assert.Equal("2026.1.30", statusJson.Json.GetProperty("gateway").GetProperty("self").GetProperty("version").GetString());
        Assert.Equal(0, health.ExitCode);
        Assert.True(healthJson.Json.GetProperty("ok").GetBoolean());
        Assert.Equal(0, agent.ExitCode);
        Assert.Contains("hi", agent.Output, StringComparison.Ordinal);
        Assert.Equal("ok", agentJson.Json.GetProperty("status").GetString());
        Assert.Equal(1, sessions.Json.GetProperty("count").GetInt32());
    }

    [Fact]
    [Trait("Runbook", "A2")]
    [Trait("Runbook", "E3")]
    public async Task Verbose_mirrors_requests_and_the_log_the_devices_and_the_config_are_served()
    {
        var port = Installation.FreePort();
        (string, string)[] there = [("OPENCLAW_GATEWAY_PORT", $"{port}")];
        await _machine.RunAsync("--dev", "setup");
        using var gateway = await _machine.StartGatewayAsync(port, "--dev", "gateway", "--verbose", "--ws-log", "full");

        var logs = await _machine.RunWithAsync(there, "--dev", "logs", "--json");
        var devices = await _machine.RunWithAsync(there, "--dev", "devices", "list", "--json");
        var nodes = await _machine.RunWithAsync(there, "--dev", "nodes", "status", "--json");
        var config = await _machine.RunWithAsync(there, "--dev", "gateway", "call", "config.get", "--json");
        var probe = await _machine.RunWithAsync(there, "--dev", "gateway", "probe", "--json");
        await gateway.WaitForOutputAsync("← req logs.tail");
        await gateway.WaitForOutputAsync("→ res ✓ device.pair.list");

        Assert.Contains("listening on ws://127.0.0.1", logs.Output, StringComparison.Ordinal);
        Assert.Equal(1, devices.Json.GetProperty("paired").GetArrayLength());
        Assert.Equal(0, nodes.Json.GetProperty("nodes").GetArrayLength());
        Assert.True(config.Json.GetProperty("valid").GetBoolean());
        Assert.DoesNotMatch("\"[0-9a-f]{48}\"", config.Output);
        Assert.True(probe.Json.GetProperty("ok").GetBoolean());
        Assert.True(probe.Json.GetProperty("targets")[0].GetProperty("config").GetProperty("gateway").GetProperty("authTokenConfigured").GetBoolean());
    }

    [Fact]
    public async Task Following_the_log_survives_a_restart_of_the_gateway()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are a Unix matter");
        var port = Installation.FreePort();
        await _machine.RunAsync("--dev", "setup");
        using var first = await _machine.StartGatewayAsync(port, "--dev", "gateway");
        using var follower = _machine.Start([("OPENCLAW_GATEWAY_PORT", $"{port}")], "--dev", "logs", "--follow", "--interval", "100");
        await follower.WaitForOutputAsync("listening on");

        first.Signal(15);
        await follower.WaitForOutputAsync("trying again");
        using var second = await _machine.StartGatewayAsync(port, "--dev", "gateway");

        await follower.WaitForOutputAsync("connected again");
        await follower.WaitForOutputAsync($"(PID {second.Id})");
    }

    [Fact]
    public async Task The_dev_gateway_makes_its_config_when_there_is_none()
    {
        var port = Installation.FreePort();
        using var gateway = await _machine.StartGatewayAsync(port, "--dev", "gateway");

        var config = await File.ReadAllTextAsync(Path.Combine(_machine.Home, ".openclaw-dev", "openclaw.json"), TestContext.Current.CancellationToken);
        Assert.Matches("\"token\": \"[0-9a-f]{48}\"", config);
        Assert.Contains("\"id\": \"dev\"", config, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_machine.Home, ".openclaw-dev", "workspace", "SOUL.md")));
    }

    [Fact]
    public async Task Reset_sets_the_dev_state_aside_and_deletes_nothing()
    {
        await _machine.RunAsync("--dev", "setup");
        var marker = Path.Combine(_machine.Home, ".openclaw-dev", "marker");
        await File.WriteAllTextAsync(marker, "precious", TestContext.Current.CancellationToken);

        using var gateway = await _machine.StartGatewayAsync(Installation.FreePort(), "--dev", "gateway", "--reset");

        Assert.False(File.Exists(marker));
        var aside = Assert.Single(Directory.GetDirectories(_machine.Home, ".openclaw-dev.trash-*"));
        Assert.Equal("precious", await File.ReadAllTextAsync(Path.Combine(aside, "marker"), TestContext.Current.CancellationToken));
    }

    [Fact]
    [Trait("Runbook", "B1")]
    public async Task Two_profiles_share_no_identity_and_run_side_by_side()
    {
        await _machine.RunAsync("--profile", "one", "setup");
        await _machine.RunAsync("--profile", "two", "setup");
        var (first, second) = (Installation.FreePort(), Installation.FreePort());
        using var one = await _machine.StartGatewayAsync(first, "--profile", "one", "gateway");
        using var two = await _machine.StartGatewayAsync(second, "--profile", "two", "gateway");

        Assert.Equal(0, (await _machine.RunWithAsync([("OPENCLAW_GATEWAY_PORT", $"{first}")], "--profile", "one", "health")).ExitCode);
        Assert.Equal(0, (await _machine.RunWithAsync([("OPENCLAW_GATEWAY_PORT", $"{second}")], "--profile", "two", "health")).ExitCode);
        var wrong = await _machine.RunWithAsync([("OPENCLAW_GATEWAY_PORT", $"{second}")], "--profile", "one", "health");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("gateway closed (1008): unauthorized", wrong.Error, StringComparison.Ordinal);
        Assert.NotEqual(
            await File.ReadAllTextAsync(Path.Combine(_machine.Home, ".openclaw-one", "identity", "device.json"), TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(Path.Combine(_machine.Home, ".openclaw-two", "identity", "device.json"), TestContext.Current.CancellationToken));
    }
}
