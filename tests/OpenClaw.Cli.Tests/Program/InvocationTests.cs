namespace OpenClaw.Cli.Tests.Program;

public sealed class InvocationTests : IDisposable
{
    private readonly Installation _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData("--version")]
    [InlineData("-V")]
    [InlineData("-v")]
    public async Task The_version_is_printed_bare(string flag)
    {
        var result = await _machine.RunAsync(flag);

        Assert.Equal(new ProgramResult(0, "2026.1.30\n", ""), result);
    }

    [Fact]
    public async Task A_run_for_the_version_leaves_nothing_behind()
    {
        await _machine.RunAsync("--version");

        Assert.Empty(Directory.GetFileSystemEntries(_machine.Home));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_goes_to_the_output_and_lists_every_command(string flag)
    {
        var result = await _machine.RunAsync(flag);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Error);
        foreach (var word in (string[])["Usage:", "Options:", "Commands:", "Docs:", "gateway", "completion"])
            Assert.Contains(word, result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gateway", "--help")]
    [InlineData("gateway", "call", "--help")]
    [InlineData("help", "gateway", "call")]
    [InlineData("nodes", "invoke", "--node", "x", "--help")]
    public async Task Help_of_a_command_goes_to_the_output(params string[] words)
    {
        var result = await _machine.RunAsync(words);

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("Usage: openclaw " + words.First(w => w is "gateway" or "nodes"), result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("nodes")]
    [InlineData("devices")]
    [InlineData("config")]
    public async Task Without_a_command_help_goes_to_the_error_stream_and_the_run_fails(params string[] words)
    {
        var result = await _machine.RunAsync(words);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.StartsWith("OpenClaw|Usage:".Split('|')[words.Length], result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error: unknown command 'stauts'\nDid you mean status?\n", "stauts")]
    [InlineData("error: unknown command 'frobnicate'\nSee openclaw --help\n", "frobnicate")]
    [InlineData("error: unknown option '--bogus'\nSee openclaw status --help\n", "status", "--bogus")]
    [InlineData("error: unknown command 'lst'\nSee openclaw devices --help\n", "devices", "lst")]
    [InlineData("error: required option '--message' not specified\nSee openclaw agent --help\n", "agent")]
    [InlineData("error: missing argument <method>\nSee openclaw gateway call --help\n", "gateway", "call")]
    [InlineData("error: option '--timeout': 'x' is not a whole number\nSee openclaw status --help\n", "status", "--timeout", "x")]
    [InlineData("error: too many arguments: 'extra'\nSee openclaw status --help\n", "status", "extra")]
    public async Task Wrong_usage_is_one_line_that_names_the_word_and_where_to_look(string expected, params string[] words)
    {
        var result = await _machine.RunAsync(words);

        Assert.Equal(new ProgramResult(1, "", expected), result);
    }

    [Theory]
    [InlineData("--dev", "--profile", "work", "status")]
    [InlineData("--profile", "status")]
    [InlineData("--profile=", "status")]
    [InlineData("--profile", "no/slash", "status")]
    public async Task Profile_flags_that_cannot_be_used_exit_with_2(params string[] words)
    {
        if (words is ["--profile", "status"])
            words = ["--profile"];
        var result = await _machine.RunAsync(words);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains("--profile", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Runbook", "B1")]
    public async Task A_profile_has_its_own_config_file()
    {
        var usual = await _machine.RunAsync("config", "file");
        var work = await _machine.RunAsync("--profile", "work", "config", "file");
        var dev = await _machine.RunAsync("--dev", "config", "file");

        Assert.Equal(_machine.ConfigFile, usual.Output.TrimEnd());
        Assert.Equal(Path.Combine(_machine.Home, ".openclaw-work", "openclaw.json"), work.Output.TrimEnd());
        Assert.Equal(Path.Combine(_machine.Home, ".openclaw-dev", "openclaw.json"), dev.Output.TrimEnd());
    }

    [Fact]
    public async Task An_env_file_of_the_state_directory_counts_but_never_overrides()
    {
        Directory.CreateDirectory(_machine.StateDir);
        await File.WriteAllTextAsync(Path.Combine(_machine.StateDir, ".env"), "OPENCLAW_GATEWAY_PORT=12345\n", TestContext.Current.CancellationToken);

        var fromFile = await _machine.RunAsync("status", "--json");
        var fromOutside = await _machine.RunWithAsync([("OPENCLAW_GATEWAY_PORT", "23456")], "status", "--json");

        Assert.Equal("ws://127.0.0.1:12345", fromFile.Json.GetProperty("gateway").GetProperty("url").GetString());
        Assert.Equal("ws://127.0.0.1:23456", fromOutside.Json.GetProperty("gateway").GetProperty("url").GetString());
    }

    [Fact]
    public async Task Colours_are_absent_in_a_pipe_and_forced_by_the_environment()
    {
        var plain = await _machine.RunAsync("status");
        var forced = await _machine.RunWithAsync([("FORCE_COLOR", "1")], "status");
        var forbidden = await _machine.RunWithAsync([("FORCE_COLOR", "1"), ("NO_COLOR", "1")], "status");
        var flagged = await _machine.RunWithAsync([("FORCE_COLOR", "1")], "--no-color", "status");

        Assert.DoesNotContain('\e', plain.Output);
        Assert.Contains('\e', forced.Output);
        Assert.DoesNotContain('\e', forbidden.Output);
        Assert.DoesNotContain('\e', flagged.Output);
    }

    [Theory]
    [InlineData("schema", "{")]
    [InlineData("ts", "")]
    [InlineData("swift", "")]
    [InlineData("docs", "")]
    [Trait("Runbook", "C7")]
    public async Task The_protocol_is_emitted(string kind, string start)
    {
        var result = await _machine.RunAsync("protocol", kind);

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith(start, result.Output, StringComparison.Ordinal);
        Assert.Contains("sessions.list", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public async Task A_completion_script_knows_the_commands(string shell)
    {
        var result = await _machine.RunAsync("completion", shell);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("gateway", result.Output, StringComparison.Ordinal);
        Assert.Contains("devices approve", result.Output.Replace("; and __fish_seen_subcommand_from ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bash_script_completes_words()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "no bash here");
        var script = Path.Combine(_machine.Home, "completion.bash");
        await File.WriteAllTextAsync(script, (await _machine.RunAsync("completion", "--shell", "bash")).Output, TestContext.Current.CancellationToken);
        var start = new System.Diagnostics.ProcessStartInfo("/bin/bash", ["-c", $"source '{script}'; COMP_WORDS=(openclaw --dev gateway pro); COMP_CWORD=3; _openclaw; echo \"${{COMPREPLY[*]}}\""])
        {
            RedirectStandardOutput = true,
        };
        using var bash = System.Diagnostics.Process.Start(start)!;

        Assert.Equal("probe", (await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim());
    }

    [Fact]
    public async Task Completion_is_installed_once()
    {
        await _machine.RunAsync("completion", "bash", "--install", "--yes");
        await _machine.RunAsync("completion", "bash", "--install", "--yes");

        var profile = await File.ReadAllTextAsync(Path.Combine(_machine.Home, ".bashrc"), TestContext.Current.CancellationToken);
        Assert.Equal("# openclaw completion\nsource <(openclaw completion --shell bash)\n", profile);
    }
}
