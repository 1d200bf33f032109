namespace OpenClaw.Cli.Tests.Program;

public sealed class ConfigTests : IDisposable
{
    private readonly Installation _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task A_value_is_set_read_and_removed_and_comments_stay()
    {
        _machine.WriteConfig("{\n  // mine\n  gateway: { mode: 'local', port: 18789 },\n}\n");

        var set = await _machine.RunAsync("config", "set", "gateway.port", "19000");
        var get = await _machine.RunAsync("config", "get", "gateway.port");
        var text = await File.ReadAllTextAsync(_machine.ConfigFile, TestContext.Current.CancellationToken);
        var unset = await _machine.RunAsync("config", "unset", "gateway.port");
        var gone = await _machine.RunAsync("config", "get", "gateway.port");

        Assert.Equal(new ProgramResult(0, "Updated gateway.port. Restart the gateway to apply.\n", ""), set);
        Assert.Equal(new ProgramResult(0, "19000\n", ""), get);
        Assert.Contains("// mine", text, StringComparison.Ordinal);
        Assert.Equal(new ProgramResult(0, "Removed gateway.port. Restart the gateway to apply.\n", ""), unset);
        Assert.Equal(new ProgramResult(1, "", "error: Config path not found: gateway.port\n"), gone);
    }

    [Fact]
    public async Task Texts_are_printed_bare_and_as_json_on_wish()
    {
        _machine.WriteConfig("{ gateway: { mode: 'local' } }");

        Assert.Equal("local\n", (await _machine.RunAsync("config", "get", "gateway.mode")).Output);
        Assert.Equal("\"local\"\n", (await _machine.RunAsync("config", "get", "gateway.mode", "--json")).Output);
        Assert.Equal("{\n  \"mode\": \"local\"\n}\n", (await _machine.RunAsync("config", "get", "gateway")).Output);
    }

    [Fact]
    public async Task An_invalid_value_changes_nothing_and_is_named()
    {
        _machine.WriteConfig("{ gateway: { mode: 'local' } }");

        var result = await _machine.RunAsync("config", "set", "gateway.port", "99999999");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Config validation failed: gateway.port", result.Error, StringComparison.Ordinal);
        Assert.Equal("{ gateway: { mode: 'local' } }", await File.ReadAllTextAsync(_machine.ConfigFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Validate_says_what_is_wrong_and_where()
    {
        _machine.WriteConfig("{\n  gateway: { prot: 1 },\n}\n");

        var text = await _machine.RunAsync("config", "validate");
        var json = await _machine.RunAsync("config", "validate", "--json");

        Assert.Equal(78, text.ExitCode);
        Assert.Equal("", text.Output);
        Assert.Contains("openclaw.json:2:", text.Error, StringComparison.Ordinal);
        Assert.Equal(78, json.ExitCode);
        Assert.False(json.Json.GetProperty("valid").GetBoolean());
        Assert.Equal(2, json.Json.GetProperty("issues")[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task A_broken_file_is_restored_from_the_newest_good_backup()
    {
        _machine.WriteConfig("{ gateway: { mode: 'local' } }");
        await _machine.RunAsync("config", "set", "gateway.port", "19000");
        _machine.WriteConfig("{ gateway: {");

        var broken = await _machine.RunAsync("config", "get", "gateway.mode");
        var restored = await _machine.RunAsync("config", "restore");
        var get = await _machine.RunAsync("config", "get", "gateway.mode");

        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("openclaw.json.bak", broken.Error, StringComparison.Ordinal);
        Assert.Contains("openclaw config restore", broken.Error, StringComparison.Ordinal);
        Assert.Equal(0, restored.ExitCode);
        Assert.Equal("local\n", get.Output);
    }

    [Theory]
    [InlineData("gateway..port")]
    [InlineData("")]
    public async Task A_path_that_is_none_is_refused(string path)
    {
        var result = await _machine.RunAsync("config", "set", path, "1");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("error: ", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_machine.ConfigFile));
    }

    [Fact]
    [Trait("Runbook", "A10")]
    public async Task Setup_writes_a_token_a_workspace_and_sessions_and_may_be_repeated()
    {
        var first = await _machine.RunAsync("setup");
        var config = await File.ReadAllTextAsync(_machine.ConfigFile, TestContext.Current.CancellationToken);
        var second = await _machine.RunAsync("setup");

        Assert.Equal(0, first.ExitCode);
        Assert.Contains("Wrote: ~/.openclaw/openclaw.json", first.Output, StringComparison.Ordinal);
        Assert.Contains("Workspace OK: ~/.openclaw/workspace", first.Output, StringComparison.Ordinal);
        Assert.Matches("\"token\": \"[0-9a-f]{48}\"", config);
        Assert.DoesNotMatch("[0-9a-f]{48}", first.Output);
        Assert.True(File.Exists(Path.Combine(_machine.StateDir, "workspace", "AGENTS.md")));
        Assert.Contains("Config OK:", second.Output, StringComparison.Ordinal);
        Assert.Equal(config, await File.ReadAllTextAsync(_machine.ConfigFile, TestContext.Current.CancellationToken));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_machine.ConfigFile));
    }
}
