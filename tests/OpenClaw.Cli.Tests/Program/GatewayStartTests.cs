using System.Net;
using System.Net.Sockets;

namespace OpenClaw.Cli.Tests.Program;

public sealed class GatewayStartTests : IDisposable
{
    private const string Valid = "{ gateway: { mode: 'local', auth: { token: '0123456789abcdef0123456789abcdef' } } }";

    private readonly Installation _machine = new();
    private readonly int _port = Installation.FreePort();

    public void Dispose() => _machine.Dispose();

    [Fact]
    [Trait("Runbook", "A1")]
    public async Task An_invalid_config_exits_78_with_every_message_located_and_the_newest_good_backup()
    {
        _machine.WriteConfig(Valid);
        await _machine.RunAsync("config", "set", "gateway.bind", "loopback");
        _machine.WriteConfig("{\n  gateway: {\n    port: 'x',\n    bind: 7,\n  },\n}\n");

        var result = await _machine.RunAsync("gateway", "--port", $"{_port}");

        Assert.Equal(78, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains("openclaw.json:3:", result.Error, StringComparison.Ordinal);
        Assert.Contains("openclaw.json:4:", result.Error, StringComparison.Ordinal);
        Assert.Contains("Newest good backup: ~/.openclaw/openclaw.json.bak", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Runbook", "A1")]
    public async Task A_config_of_an_older_release_is_rewritten_at_the_start_and_nothing_of_it_is_lost()
    {
        const string Old = """
            {
              // whom we answer
              routing: { allowFrom: ['+4512345678'], groupChat: { historyLimit: 7 } },
              channels: { whatsapp: {} },
              gateway: { mode: 'local', token: '0123456789abcdef0123456789abcdef' }, // ours alone
            }
            """;
        _machine.WriteConfig("{ logging: { file: '~/gateway.log' }," + Old[1..]);
        using var gateway = await _machine.StartGatewayAsync(_port, "gateway");
        gateway.Signal(15);
        var result = await gateway.ExitAsync();
        var text = await File.ReadAllTextAsync(_machine.ConfigFile, TestContext.Current.CancellationToken);
        var log = await File.ReadAllTextAsync(Path.Combine(_machine.Home, "gateway.log"), TestContext.Current.CancellationToken);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("// ours alone", text, StringComparison.Ordinal);
        Assert.DoesNotContain("routing", text, StringComparison.Ordinal);
        Assert.Contains(Old[1..], await File.ReadAllTextAsync(_machine.ConfigFile + ".bak", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        foreach (var moved in (string[])["Moved gateway.token → gateway.auth.token.", "Moved routing.allowFrom → channels.whatsapp.allowFrom."])
        {
            Assert.Contains(moved, result.Error, StringComparison.Ordinal);
            Assert.Contains(moved, log, StringComparison.Ordinal);
        }
        Assert.Equal("+4512345678\n", (await _machine.RunAsync("config", "get", "channels.whatsapp.allowFrom[0]")).Output);
        Assert.DoesNotContain("0123456789abcdef0123456789abcdef", result.Error + log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_managed_installations_old_config_is_refused_and_left_alone()
    {
        const string Old = "{ gateway: { mode: 'local', token: '0123456789abcdef0123456789abcdef' } }";
        _machine.WriteConfig(Old);

        var result = await _machine.RunWithAsync([("OPENCLAW_NIX_MODE", "1")], "gateway", "--port", $"{_port}");

        Assert.Equal(78, result.ExitCode);
        Assert.Contains("gateway.token", result.Error, StringComparison.Ordinal);
        Assert.Equal(Old, await File.ReadAllTextAsync(_machine.ConfigFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_old_config_that_is_wrong_in_other_ways_too_is_told_so_and_left_alone()
    {
        const string Old = "{ gateway: { mode: 'local', token: 't', port: 'x' } }";
        _machine.WriteConfig(Old);

        var result = await _machine.RunAsync("gateway", "--port", $"{_port}");

        Assert.Equal(78, result.ExitCode);
        Assert.Contains("gateway.port", result.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", result.Error, StringComparison.Ordinal);
        Assert.Equal(Old, await File.ReadAllTextAsync(_machine.ConfigFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_machine_that_was_never_set_up_is_told_how()
    {
        var result = await _machine.RunAsync("gateway", "--port", $"{_port}");

        Assert.Equal(78, result.ExitCode);
        Assert.Contains("error: Missing config", result.Error, StringComparison.Ordinal);
        Assert.Contains("openclaw setup", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_remote_config_blocks_a_local_start()
    {
        _machine.WriteConfig("{ gateway: { mode: 'remote', remote: { url: 'ws://example.com:1' } } }");

        var result = await _machine.RunAsync("gateway", "--port", $"{_port}");

        Assert.Equal(78, result.ExitCode);
        Assert.Contains("Gateway start blocked: gateway.mode is remote", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Runbook", "A10")]
    public async Task Without_a_secret_nothing_starts_on_loopback_either()
    {
        _machine.WriteConfig("{ gateway: { mode: 'local' } }");

        var result = await _machine.RunAsync("gateway", "--port", $"{_port}");

        Assert.Equal(78, result.ExitCode);
        Assert.Contains("gateway.auth.token", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--ws-log", "loud")]
    [InlineData("--auth", "none")]
    [InlineData("--bind", "everywhere")]
    [InlineData("--tailscale", "on")]
    [InlineData("--port", "0")]
    public async Task A_flag_with_a_wrong_value_is_named(string flag, string value)
    {
        var result = await _machine.RunAsync("gateway", flag, value);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"error: {flag}: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(value, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_is_for_the_dev_profile_only()
    {
        _machine.WriteConfig(Valid);

        var result = await _machine.RunAsync("gateway", "--reset");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("openclaw --dev gateway --reset", result.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_machine.ConfigFile));
    }

    [Fact]
    [Trait("Runbook", "A1")]
    public async Task A_taken_port_exits_75_and_names_the_holder()
    {
        _machine.WriteConfig(Valid);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var result = await _machine.RunAsync("gateway", "--port", $"{port}");

        Assert.Equal(75, result.ExitCode);
        Assert.Contains($"already listening on ws://127.0.0.1:{port}", result.Error, StringComparison.Ordinal);
        Assert.Contains($"Port {port} is already in use.", result.Error, StringComparison.Ordinal);
        Assert.Contains($"pid {Environment.ProcessId} ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Runbook", "B4")]
    public async Task A_second_gateway_on_the_same_state_exits_75_and_names_the_first()
    {
        _machine.WriteConfig(Valid);
        using var first = await _machine.StartGatewayAsync(_port, "gateway");

        var second = await _machine.RunAsync("gateway", "--port", $"{Installation.FreePort()}");

        Assert.Equal(75, second.ExitCode);
        Assert.Contains($"gateway already running (pid {first.Id}, port {_port})", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Runbook", "B4")]
    public async Task A_killed_gateways_lock_heals_and_the_kill_is_remembered()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are a Unix matter");
        _machine.WriteConfig(Valid);
        using var first = await _machine.StartGatewayAsync(_port, "gateway");
        first.Signal(9);
        await first.ExitAsync();

        var down = await _machine.RunAsync("status", "--json");
        using var second = await _machine.StartGatewayAsync(_port, "gateway");

        Assert.Equal("killed or crashed", down.Json.GetProperty("lastStop").GetProperty("reason").GetString());
        Assert.Equal(first.Id, down.Json.GetProperty("lastStop").GetProperty("pid").GetInt32());
        await second.WaitForOutputAsync($"(pid {first.Id}) was killed or crashed");
        var up = await _machine.RunAsync("status", "--json");
        Assert.Equal(first.Id, up.Json.GetProperty("lastStop").GetProperty("pid").GetInt32());
    }

    [Theory]
    [InlineData(15, "SIGTERM")]
    [InlineData(2, "SIGINT")]
    [Trait("Runbook", "A9")]
    public async Task A_stop_signal_ends_the_gateway_with_0_and_leaves_no_lock(int number, string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are a Unix matter");
        _machine.WriteConfig(Valid);
        using var gateway = await _machine.StartGatewayAsync(_port, "gateway");

        gateway.Signal(number);
        var result = await gateway.ExitAsync();
        var status = await _machine.RunAsync("status", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"received {name}; shutting down", result.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_machine.Temp, "gateway.*.lock", SearchOption.AllDirectories));
        Assert.Equal(name, status.Json.GetProperty("lastStop").GetProperty("reason").GetString());
        Assert.Equal(0, status.Json.GetProperty("lastStop").GetProperty("exitCode").GetInt32());
    }

    [Fact]
    [Trait("Runbook", "A9")]
    public async Task The_restart_signal_is_ignored_unless_the_config_allows_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "number of SIGUSR1 as on Linux");
        _machine.WriteConfig(Valid);
        using var gateway = await _machine.StartGatewayAsync(_port, "gateway");
        gateway.Signal(10);
        await gateway.WaitForOutputAsync("SIGUSR1 restart ignored");
        gateway.Signal(15);
        Assert.Equal(0, (await gateway.ExitAsync()).ExitCode);

        _machine.WriteConfig("{ commands: { restart: true }, gateway: { mode: 'local', auth: { token: '0123456789abcdef0123456789abcdef' } } }");
        using var willing = await _machine.StartGatewayAsync(_port, "gateway");
        willing.Signal(10);
        await willing.WaitForOutputAsync("received SIGUSR1; restarting");
        Assert.Equal(0, (await WaitForHealthAsync()).ExitCode);
        willing.Signal(15);
        Assert.Equal(0, (await willing.ExitAsync()).ExitCode);
    }

    [Fact]
    [Trait("Runbook", "A3")]
    public async Task Force_ends_the_listener_says_so_and_starts()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are a Unix matter");
        _machine.WriteConfig(Valid);
        await _machine.RunAsync("--profile", "other", "setup");
        using var other = await _machine.StartGatewayAsync(_port, "--profile", "other", "gateway");

        using var forced = await _machine.StartGatewayAsync(_port, "gateway", "--force");

        Assert.Equal(0, (await other.ExitAsync()).ExitCode);
        Assert.Contains($"Force: ended pid {other.Id}", forced.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Runbook", "A8")]
    public async Task Lines_go_to_the_output_and_to_an_owner_only_file_and_the_token_to_neither()
    {
        _machine.WriteConfig("{ logging: { file: '~/gateway.log' }, gateway: { mode: 'local', auth: { token: '0123456789abcdef0123456789abcdef' } } }");
        using var gateway = await _machine.StartGatewayAsync(_port, "gateway", "--verbose");
        await gateway.WaitForOutputAsync("chat: ");
        await gateway.WaitForOutputAsync("agent model: ");
        gateway.Signal(15);
        var result = await gateway.ExitAsync();
        var file = Path.Combine(_machine.Home, "gateway.log");
        var log = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

        Assert.Contains($"listening on ws://127.0.0.1:{_port}", result.Output, StringComparison.Ordinal);
        Assert.Contains($"chat: http://127.0.0.1:{_port}/\n", result.Output, StringComparison.Ordinal);
        Assert.Contains($"listening on ws://127.0.0.1:{_port}", log, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef0123456789abcdef", log + result.Output + result.Error, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task The_json_console_is_json_line_by_line()
    {
        _machine.WriteConfig("{ logging: { consoleStyle: 'json' }, gateway: { mode: 'local', auth: { token: '0123456789abcdef0123456789abcdef' } } }");
        using var gateway = await _machine.StartGatewayAsync(_port, "gateway");
        gateway.Signal(15);
        var result = await gateway.ExitAsync();

        foreach (var line in result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Equal("gateway", System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("subsystem").GetString()!.Split('/')[0]);
    }

    private async Task<ProgramResult> WaitForHealthAsync()
    {
        while (true)
        {
            var health = await _machine.RunWithAsync([("OPENCLAW_GATEWAY_PORT", $"{_port}")], "health", "--json");
            if (health.ExitCode == 0)
                return health;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
