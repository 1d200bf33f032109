using System.ComponentModel;
using System.Diagnostics;

namespace OpenClaw.Nodes.Execution;

/// <summary>A command on Windows: the base library's process, whose tree it can end.</summary>
internal sealed class WindowsChild : ChildProcess
{
    private readonly Process _process;
    private readonly bool _input;

    public WindowsChild(ChildStart start, Action<ReadOnlyMemory<byte>> output, Action<ReadOnlyMemory<byte>>? error)
    {
        var info = new ProcessStartInfo(start.Executable, start.Arguments)
        {
            WorkingDirectory = start.Directory,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment.Clear();
        foreach (var (name, value) in start.Environment)
            info.Environment[name] = value;
        try
        {
            _process = Process.Start(info) ?? throw new IOException($"{start.Executable} could not be started");
        }
        catch (Win32Exception problem)
        {
            throw new IOException($"{start.Executable} could not be started: {problem.Message}", problem);
        }

        _input = start.Input;
        if (!_input)
            _process.StandardInput.Close();
        var gate = new Lock();
        void Locked(ReadOnlyMemory<byte> data)
        {
            lock (gate)
                output(data);
        }

        Exited = ExitAsync();
        Completion = CompleteAsync(
            PumpAsync(_process.StandardOutput.BaseStream, Locked),
            PumpAsync(_process.StandardError.BaseStream, start.SplitError && error is not null ? error : Locked));
    }

    public override int Id => _process.Id;

    public override Task<ChildExit> Exited { get; }

    public override Task<ChildExit> Completion { get; }

    public override bool Write(ReadOnlySpan<byte> data)
    {
        if (!_input)
            return false;
        try
        {
            _process.StandardInput.BaseStream.Write(data);
            _process.StandardInput.BaseStream.Flush();
            return true;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    public override void CloseInput() => _process.StandardInput.Close();

    public override void KillTree()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended meanwhile.
            return;
        }
    }

    private async Task<ChildExit> ExitAsync()
    {
        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        return new ChildExit(_process.ExitCode, null);
    }

    private async Task<ChildExit> CompleteAsync(Task output, Task error)
    {
        await Task.WhenAll(output, error).ConfigureAwait(false);
        var exit = await Exited.ConfigureAwait(false);
        _process.Dispose();
        return exit;
    }

    private static async Task PumpAsync(Stream stream, Action<ReadOnlyMemory<byte>> take)
    {
        var buffer = new byte[8192];
        int count;
        while ((count = await stream.ReadAsync(buffer).ConfigureAwait(false)) > 0)
            take(buffer.AsMemory(0, count));
    }
}
