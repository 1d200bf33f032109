using System.Text;
using CsCheck;
using OpenClaw.Configuration;
using OpenClaw.Nodes.Approvals;
using OpenClaw.Nodes.Execution;

namespace OpenClaw.Nodes.Tests.Approvals;

/// <summary>Random command lines, run by real shells: every executable on PATH writes down that it was started.</summary>
public sealed class SpyShellTests : IDisposable
{
    private static readonly string[] s_pieces =
    [
        "rg", "ok", "spy", "other", " ", " ", " ", " ", "x", "'", "\"", "\\", "|", "||", "&&", "&", ";", "\n", "\r", "\t", "$(", ")", "(", "`", "{", "}", ",", "<", ">",
        "$", "$x", "${", "!", "#", "~", "*", "?", "[", "]", "=", "FOO=1", "env", "xargs", "sh", "-c", "eval", "exec", "if", "then", "fi", "for", "in", "do", "done", "while",
        "true", "function", "time", "command", ".", "./", "/", "..", "-", "--", "-exec", "find", "\u00A0", "\u0085", "\v", "\f", "0", "2>&1", "<<", "EOF", "^", "%", "@",
        "spy;", "|spy", "&spy", "$(spy)", "`spy`", "'spy'", "\"$(spy)\"", "\\spy", "s'p'y", "<(spy)", "$'spy'", "${x:-$(spy)}", "$x[$(spy)]", "=spy", "{spy,}", "rg;spy",
    ];

    private readonly Sandpit _pit = new();

    public void Dispose() => _pit.Dispose();

    [Theory]
    [InlineData("/bin/sh")]
    [InlineData("/bin/bash")]
    public async Task No_line_starts_an_executable_that_is_not_listed(string shell)
    {
        var log = Path.Combine(_pit.Root, "started");
        foreach (var name in new[] { "rg", "ok", "spy", "other", "tool", "if", "then", "fi", "do", "done", "eval", "exec", "true", "x" })
            _pit.Add(name, $"#!/bin/sh\necho \"${{0##*/}}\" >> {log}\n");
        foreach (var name in new[] { "env", "xargs", "find" })
            File.CreateSymbolicLink(Path.Combine(_pit.Bin, name), $"/usr/bin/{name}");
        File.CreateSymbolicLink(Path.Combine(_pit.Bin, "sh"), "/bin/sh");
        File.Copy(Path.Combine(_pit.Bin, "spy"), Path.Combine(_pit.Work, "spy"));
        var place = _pit.Place with { Path = _pit.Bin };
        // The carriers are listed as well: even that must open nothing.
        var rules = _pit.Rules("{bin}/rg", "{bin}/ok", "{bin}/env", "{bin}/xargs", "{bin}/sh", "{bin}/find") with { Ask = ExecAsk.Off };
        var lines = new List<string>();
        Gen.Int[0, s_pieces.Length - 1].Select(i => s_pieces[i]).Array[1, 12].Sample(pieces =>
        {
            lock (lines)
                lines.Add(string.Concat(pieces));
        }, iter: 20_000, threads: 1);
        lines.AddRange(["rg x", "rg x && ok", "ok | rg", "'rg' a; ok b"]);

        var ran = 0;
        foreach (var line in lines.Distinct())
        {
            var judged = ExecJudgement.Of(line, rules, place);
            if (judged.Verdict != ExecVerdict.Run)
                continue;
            Assert.NotEqual(ExecVerdict.Ask, judged.Verdict);
            if (++ran > 150 && line.Length < 12)
                continue;
            await RunAsync(shell, judged.LineToRun(line), place);
        }

        var started = (await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken)).Distinct();
        Assert.Equal(["ok", "rg"], started.Order());
    }

    private static async Task RunAsync(string shell, string line, ExecPlace place)
    {
        var command = ShellCommand.Of(shell, place.Path);
        var (variables, _) = ExecEnvironment.Build(new EnvironmentVariables([new("PATH", place.Path!), new("HOME", place.Home)]), [], null);
        var output = new StringBuilder();
        await using var child = ChildProcess.Start(
            new ChildStart { Executable = command.Executable, Arguments = [.. command.Arguments, line], Directory = place.Directory, Environment = variables },
            data => output.Append(Encoding.UTF8.GetString(data.Span)));
        await child.Completion.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }
}
