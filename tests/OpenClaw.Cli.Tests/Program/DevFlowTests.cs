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
