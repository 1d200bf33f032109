using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Operations.Logging;

namespace OpenClaw.Operations.Tests.Logging;

public sealed class GatewayLogTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 30, 23, 59, 50, TimeSpan.Zero));
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private LogSettings Settings => new() { Directory = _directory.File("logs") };

    public void Dispose() => _directory.Dispose();

    [Fact]
    [Trait("Runbook", "A8")]
    public async Task A_line_has_the_shape_existing_readers_expect()
    {
        await using (var log = Open(Settings))
            log.Loggers.CreateLogger("gateway").LogInformation("listening on ws://127.0.0.1:18789");

        var line = JsonDocument.Parse(Assert.Single(Lines())).RootElement;
        Assert.Equal("{\"subsystem\":\"gateway\"}", line.GetProperty("0").GetString());
        Assert.Equal("listening on ws://127.0.0.1:18789", line.GetProperty("1").GetString());
        Assert.Equal("2026-01-30T23:59:50.000Z", line.GetProperty("time").GetString());
        var meta = line.GetProperty("_meta");
        Assert.Equal("INFO", meta.GetProperty("logLevelName").GetString());
        Assert.Equal(3, meta.GetProperty("logLevelId").GetInt32());
        Assert.Equal("{\"subsystem\":\"gateway\"}", meta.GetProperty("name").GetString());
        Assert.Equal("openclaw", meta.GetProperty("parentNames")[0].GetString());
        Assert.Equal("2026-01-30T23:59:50.000Z", meta.GetProperty("date").GetString());
    }

    [Fact]
    public async Task File_and_directory_are_owner_only()
    {
        string path;
        await using (var log = Open(Settings))
        {
            log.Write(LogLevel.Information, "gateway", "hello");
            path = log.FilePath;
        }

        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public async Task Midnight_starts_a_new_file()
    {
        await using (var log = Open(Settings))
        {
            log.Write(LogLevel.Information, "gateway", "before");
            await WrittenAsync("before");
            _time.Advance(TimeSpan.FromSeconds(20));
            log.Write(LogLevel.Information, "gateway", "after");
        }

        Assert.Contains("before", File.ReadAllText(_directory.File("logs/openclaw-2026-01-30.log")), StringComparison.Ordinal);
        Assert.Contains("after", File.ReadAllText(_directory.File("logs/openclaw-2026-01-31.log")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_file_is_set_aside_with_a_line_that_says_so_and_parts_are_bounded()
    {
        await using (var log = Open(Settings with { MaxFileBytes = 600, MaxParts = 2 }))
        {
            for (var i = 0; i < 20; i++)
                log.Write(LogLevel.Information, "gateway", $"line {i}");
        }

        var files = Directory.GetFiles(_directory.File("logs")).Select(Path.GetFileName).Order();
        Assert.Equal(["openclaw-2026-01-30.1.log", "openclaw-2026-01-30.2.log", "openclaw-2026-01-30.log"], files);
        Assert.Contains("log reached 600 bytes", File.ReadAllText(_directory.File("logs/openclaw-2026-01-30.1.log")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_old_days_are_deleted_and_others_stay()
    {
        Directory.CreateDirectory(_directory.File("logs"));
        var old = _directory.File("logs/openclaw-2026-01-27.log");
        var recent = _directory.File("logs/openclaw-2026-01-29.log");
        foreach (var (file, age) in (ValueTuple<string, int>[])[(old, 30), (recent, 20), (_directory.File("logs/other.log"), 900)])
        {
            File.WriteAllText(file, "x");
            File.SetLastWriteTimeUtc(file, _time.GetUtcNow().UtcDateTime.AddHours(-age));
        }

        await using (var log = Open(Settings))
            log.Write(LogLevel.Information, "gateway", "hello");

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(recent));
        Assert.True(File.Exists(_directory.File("logs/other.log")));
    }

    [Fact]
    public async Task A_file_moved_away_from_outside_is_opened_anew()
    {
        await using (var log = Open(Settings))
        {
            log.Write(LogLevel.Information, "gateway", "first");
            await WrittenAsync("first");
            File.Move(log.FilePath, _directory.File("moved.log"));
            _time.Advance(TimeSpan.FromSeconds(2));
            log.Write(LogLevel.Information, "gateway", "second");
        }

        Assert.Contains("second", Assert.Single(Lines()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error", 2)]
    [InlineData("info", 4)]
    [InlineData("trace", 6)]
    [InlineData("silent", 0)]
    public async Task The_file_keeps_the_configured_level_and_louder(string level, int expected)
    {
        await using (var log = Open(Settings with { FileLevel = LogLevels.Parse(level)!.Value }))
        {
            foreach (var each in Enum.GetValues<LogLevel>().Where(l => l != LogLevel.None))
                log.Write(each, "gateway", $"at {each}");
        }

        Assert.Equal(expected, Lines().Length);
    }

    [Fact]
    public async Task A_changed_level_counts_from_the_next_line()
    {
        await using (var log = Open(Settings))
        {
            log.Write(LogLevel.Debug, "gateway", "unheard");
            log.Apply(Settings with { FileLevel = LogLevel.Debug });
            log.Write(LogLevel.Debug, "gateway", "heard");
        }

        Assert.Contains("\"heard\"", Assert.Single(Lines()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_repeated_without_end_is_written_a_few_times_and_counted()
    {
        await using (var log = Open(Settings))
        {
            for (var i = 0; i < 1000; i++)
                log.Write(LogLevel.Warning, "gateway", "cannot connect");
            _time.Advance(TimeSpan.FromSeconds(11));
            log.Write(LogLevel.Warning, "gateway", "cannot connect");
        }

        var all = Directory.GetFiles(_directory.File("logs")).SelectMany(File.ReadAllLines).ToArray();
        Assert.Equal(6, all.Length);
        Assert.Contains(all, l => l.Contains("cannot connect (repeated 995 more times)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_count_still_open_is_written_when_the_log_closes()
    {
        await using (var log = Open(Settings))
        {
            for (var i = 0; i < 10; i++)
                log.Write(LogLevel.Warning, "gateway", "cannot connect");
        }

        Assert.Contains("(repeated 5 more times)", Lines()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_are_masked_in_file_and_console()
    {
        await using (var log = Open(Settings))
            log.Write(LogLevel.Information, "gateway", "chat: http://127.0.0.1/#token=0123456789abcdef0123456789abcdef");

        Assert.DoesNotContain("6789abcdef0123", Lines()[0] + _output, StringComparison.Ordinal);
        Assert.Contains("#token=012345…cdef", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_costs_lines_and_nothing_else()
    {

        await using (var log = Open(Settings with { File = Path.Combine(_directory.File("logs"), "own.log") }))
        {
            Directory.Delete(_directory.File("logs"), recursive: true);
            log.Write(LogLevel.Information, "gateway", "hello");
        }

        Assert.Contains("hello", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_compact_console_has_an_iso_time_and_warnings_go_to_the_error_stream()
    {
        await using (var log = Open(Settings))
        {
            log.Write(LogLevel.Information, "gateway/channels/telegram", "[telegram] started");
            log.Write(LogLevel.Warning, "gateway", "careful");
        }

        Assert.Equal("2026-01-30T23:59:50.000Z [telegram] started\n", _output.ToString().ReplaceLineEndings("\n"));
        Assert.Equal("2026-01-30T23:59:50.000Z [gateway] careful\n", _error.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_pretty_console_is_coloured_only_when_told()
    {
        await using (var log = Open(Settings with { ConsoleStyle = ConsoleStyle.Pretty }))
            log.Write(LogLevel.Information, "gateway", "plain");
        await using (var log = Open(Settings with { ConsoleStyle = ConsoleStyle.Pretty, Colour = true }))
            log.Write(LogLevel.Information, "gateway", "coloured");

        var lines = _output.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal("23:59:50 [gateway] plain", lines[0]);
        Assert.StartsWith("\e[90m23:59:50\e[0m", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_json_console_is_one_object_per_line()
    {
        await using (var log = Open(Settings with { ConsoleStyle = ConsoleStyle.Json }))
            log.Write(LogLevel.Information, "gateway", "hello \"you\"");

        Assert.Equal(
            "{\"time\":\"2026-01-30T23:59:50.000Z\",\"level\":\"info\",\"subsystem\":\"gateway\",\"message\":\"hello \\\"you\\\"\"}",
            _output.ToString().TrimEnd());
    }

    [Fact]
    public async Task The_console_can_be_narrowed_to_one_subsystem()
    {
        await using (var log = Open(Settings with { ConsoleSubsystem = "agent/claude-cli" }))
        {
            log.Write(LogLevel.Information, "gateway", "no");
            log.Write(LogLevel.Information, "agent/claude-cli/x", "yes");
        }

        Assert.Single(Regex.Matches(_output.ToString(), "\n"));
        Assert.Equal(2, Lines().Length);
    }

    [Fact]
    public async Task The_web_servers_chatter_is_kept_to_warnings()
    {
        await using (var log = Open(Settings))
        {
            log.Loggers.CreateLogger("Microsoft.AspNetCore.Server.Kestrel").LogInformation("chatter");
            log.Loggers.CreateLogger("Microsoft.AspNetCore.Server.Kestrel").LogWarning("matters");
            log.Loggers.CreateLogger("OpenClaw.Gateway.ControlPlane.Handshake").LogInformation("ours");
        }

        Assert.Equal(2, Lines().Length);
        Assert.Contains("gateway/http", Lines()[0], StringComparison.Ordinal);
        Assert.Contains("gateway/controlplane", Lines()[1], StringComparison.Ordinal);
    }

    private GatewayLog Open(LogSettings settings) => new(settings, _time, _output, _error);

    private string[] Lines() => File.Exists(Current) ? File.ReadAllLines(Current) : [];

    private string Current => _directory.File("logs/openclaw-2026-01-30.log");

    private async Task WrittenAsync(string text)
    {
        while (!File.Exists(Current) || !(await File.ReadAllTextAsync(Current, TestContext.Current.CancellationToken)).Contains(text, StringComparison.Ordinal))
            await Task.Delay(5, TestContext.Current.CancellationToken);
    }
}
