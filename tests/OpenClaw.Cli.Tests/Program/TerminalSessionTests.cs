namespace OpenClaw.Cli.Tests.Program;

/// <summary>What only a terminal sees; <c>script</c> lends one.</summary>
public sealed class TerminalSessionTests : IDisposable
{
    private readonly Installation _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task The_address_with_the_token_is_for_the_eyes_at_the_terminal_and_not_for_the_log()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "no script(1) here");
        var port = Installation.FreePort();
        await _machine.RunAsync("--dev", "setup");

        using var gateway = _machine.StartInTerminal("--dev", "gateway", "--port", $"{port}");
        await gateway.WaitForOutputAsync("#token=");
        await gateway.WaitForOutputAsync("agent model:");
        var status = await _machine.RunWithAsync([("OPENCLAW_GATEWAY_PORT", $"{port}")], "--dev", "gateway", "status", "--json");
        await StopAsync(status.Json.GetProperty("service").GetProperty("runtime").GetProperty("pid").GetInt32());
        await gateway.ExitAsync();

        var token = gateway.Output.Split("#token=")[1][..48];
        Assert.Contains($"http://127.0.0.1:{port}/#token={token}", gateway.Output, StringComparison.Ordinal);
        foreach (var log in Directory.GetFiles(Path.Combine(_machine.Home, ".openclaw-dev", "logs")))
            Assert.DoesNotContain(token, await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_agents_answer_is_shown_once_and_a_wide_table_fits_the_screen()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "no script(1) here");
        var port = Installation.FreePort();
        await _machine.RunAsync("--dev", "setup");
        using var gateway = await _machine.StartGatewayAsync(port, "--dev", "gateway");
        (string, string)[] there = [("OPENCLAW_GATEWAY_PORT", $"{port}")];

        using var agent = _machine.StartInTerminal(there, "--dev", "agent", "--message", "unmistakable");
        var answer = await agent.ExitAsync();
        using var status = _machine.StartInTerminal(there, "--dev", "status");
        var table = await status.ExitAsync();

        Assert.Equal(2, answer.Output.Split("unmistakable").Length);
        Assert.Equal(0, table.ExitCode);
        Assert.Contains("reachable", table.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    private static async Task StopAsync(int pid)
    {
        using var kill = System.Diagnostics.Process.Start("kill", [$"{pid}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
