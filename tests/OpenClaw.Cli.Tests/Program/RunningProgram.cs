using System.Diagnostics;
using System.Text;

namespace OpenClaw.Cli.Tests.Program;

/// <summary>The program, running.</summary>
public sealed class RunningProgram : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Capture _output;
    private readonly Capture _error;

    internal RunningProgram(Process process)
    {
        _process = process;
        Id = process.Id;
        _output = new Capture(process.StandardOutput);
        _error = new Capture(process.StandardError);
    }

    public int Id { get; }

    public string Output => _output.Text;

    public string Error => _error.Text;

    /// <summary>Waits until a text has come out on either stream.</summary>
    public async Task WaitForOutputAsync(string text)
    {
        using var deadline = Deadline();
        while (!Output.Contains(text, StringComparison.Ordinal) && !Error.Contains(text, StringComparison.Ordinal))
        {
            Assert.False(_process.HasExited, $"The program ended before it said '{text}'.\n{Output}\n{Error}");
            await Task.Delay(20, deadline.Token);
        }
    }

    /// <summary>Sends a signal by its number.</summary>
    public void Signal(int number)
    {
        using var kill = Process.Start("kill", [$"-{number}", $"{Id}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    public async Task<ProgramResult> ExitAsync()
    {
        using var deadline = Deadline();
        await _process.WaitForExitAsync(deadline.Token);
        await _output.End;
        await _error.End;
        return new ProgramResult(_process.ExitCode, Output, Error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
    }

    private static CancellationTokenSource Deadline()
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        source.CancelAfter(s_patience);
        return source;
    }

    private sealed class Capture
    {
        private readonly StringBuilder _text = new();

        public Capture(StreamReader reader) => End = ReadAsync(reader);

        public Task End { get; }

        public string Text
        {
            get
            {
                lock (_text)
                    return _text.ToString();
            }
        }

        private async Task ReadAsync(StreamReader reader)
        {
            var buffer = new char[4096];
            while (await reader.ReadAsync(buffer) is > 0 and var count)
            {
                lock (_text)
                    _text.Append(buffer, 0, count);
            }
        }
    }
}
