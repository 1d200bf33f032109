using OpenClaw.Gateway.ControlPlane.Logs;
using OpenClaw.Protocol.Logs;

namespace OpenClaw.Gateway.Tests.Logs;

/// <summary>The cursor table of spec 02 §2, <c>logs.tail</c>.</summary>
[Trait("Runbook", "E3")]
public sealed class LogTailTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("openclaw-logs-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Without_a_cursor_the_last_lines_come()
    {
        var file = Write("openclaw.log", "one\ntwo\nthree\n");

        var all = await Read(file, new LogsTailParams());
        var last = await Read(file, new LogsTailParams { Limit = 1 });
        var few = await Read(file, new LogsTailParams { MaxBytes = 8 });

        Assert.Equal((14, 14, false, false), (all.Cursor, all.Size, all.Truncated, all.Reset));
        Assert.Equal(["one", "two", "three"], all.Lines);
        Assert.Equal(["three"], last.Lines);
        Assert.Equal(["three"], few.Lines);
        Assert.True(few.Truncated);
    }

    [Fact]
    public async Task A_cursor_continues_where_it_left_off()
    {
        var file = Write("openclaw.log", "one\ntwo\nthree\n");

        var rest = await Read(file, new LogsTailParams { Cursor = 4 });
        var inside = await Read(file, new LogsTailParams { Cursor = 5 });
        var none = await Read(file, new LogsTailParams { Cursor = 14 });

        Assert.Equal(["two", "three"], rest.Lines);
        Assert.Equal(["three"], inside.Lines);
        Assert.Empty(none.Lines);
        Assert.False(rest.Reset);
    }

    [Fact]
    public async Task A_cursor_behind_the_end_or_too_far_back_starts_again()
    {
        var file = Write("openclaw.log", "one\ntwo\nthree\n");

        var behind = await Read(file, new LogsTailParams { Cursor = 999 });
        var far = await Read(file, new LogsTailParams { Cursor = 0, MaxBytes = 6 });

        Assert.Equal((true, false), (behind.Reset, behind.Truncated));
        Assert.Equal(["one", "two", "three"], behind.Lines);
        Assert.Equal((true, true), (far.Reset, far.Truncated));
        Assert.Equal(["three"], far.Lines);
    }

    [Fact]
    public async Task A_missing_file_is_empty_unless_a_dated_sibling_is_there()
    {
        var missing = await Read(Path.Combine(_directory, "nothing.log"), new LogsTailParams());
        var older = Write("openclaw-2026-01-29.log", "yesterday\n");
        Write("openclaw-notes.log", "not ours\n");

        var dated = await Read(Path.Combine(_directory, "openclaw-2026-01-30.log"), new LogsTailParams());

        Assert.Equal((0, 0), (missing.Cursor, missing.Size));
        Assert.Equal((older, "yesterday"), (dated.File, dated.Lines.Single()));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_directory, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static Task<LogsTailResult> Read(string file, LogsTailParams parameters) =>
        LogTail.ReadAsync(file, parameters, TestContext.Current.CancellationToken);
}
