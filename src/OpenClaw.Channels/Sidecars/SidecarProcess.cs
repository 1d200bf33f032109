using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace OpenClaw.Channels.Sidecars;

/// <summary>
/// A running child with piped streams. It ends with us, whatever ends us: the end of its standard input tells it to go
/// (spec 10 §12.7), and that comes from the kernel.
/// </summary>
internal sealed class SidecarProcess : ISidecarChild
{
    private const int MaxErrorLine = 4096;

    private static readonly TimeSpan s_lastWords = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly CancellationTokenSource _silence = new();
    private readonly Task _errors;

    private SidecarProcess(Process process, Action<string> errorLine)
    {
        _process = process;
        _errors = ReadErrorsAsync(process.StandardError.BaseStream, errorLine, _silence.Token);
        Exited = ExitAsync(process);
    }

    public int Id => _process.Id;

    public Stream Input => _process.StandardInput.BaseStream;

    public Stream Output => _process.StandardOutput.BaseStream;

    public Task<int> Exited { get; }

    /// <summary>Starts a program.</summary>
    /// <exception cref="IOException">It cannot be started.</exception>
    public static SidecarProcess Start(SidecarProgram program, Action<string> errorLine)
    {
        var info = new ProcessStartInfo(program.Executable, program.Arguments)
        {
            WorkingDirectory = program.Directory,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment.Clear();
        foreach (var (name, value) in program.Environment)
            info.Environment[name] = value;
        try
        {
            return new SidecarProcess(Process.Start(info)!, errorLine);
        }
        catch (Exception problem) when (problem is Win32Exception or InvalidOperationException)
        {
            throw new IOException($"{program.Executable} could not be started: {problem.Message}", problem);
        }
    }

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It ended by itself meanwhile.
        }
    }

    public async Task EndAsync(TimeSpan grace, TimeProvider time)
    {
        CloseInput();
        try
        {
            await Exited.WaitAsync(grace, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            Kill();
            await Exited.ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!Exited.IsCompleted)
            Kill();
        await Exited.ConfigureAwait(false);
        // A grandchild that outlives it could hold the stream open.
        _silence.CancelAfter(s_lastWords);
        await _errors.ConfigureAwait(false);
        _process.Dispose();
        _silence.Dispose();
    }

    private void CloseInput()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It is gone already.
        }
    }

    private static async Task<int> ExitAsync(Process process)
    {
        await process.WaitForExitAsync().ConfigureAwait(false);
        return process.ExitCode;
    }

    // Lines of any length: what is beyond the limit is read and thrown away, so that the child never waits for us.
    private static async Task ReadErrorsAsync(Stream stream, Action<string> line, CancellationToken ct)
    {
        var buffer = new byte[MaxErrorLine];
        var held = new List<byte>(256);
        try
        {
            while (await stream.ReadAsync(buffer, ct).ConfigureAwait(false) is > 0 and var count)
            {
                foreach (var value in buffer.AsSpan(0, count))
                {
                    if (value == (byte)'\n')
                        Flush();
                    else if (held.Count < MaxErrorLine)
                        held.Add(value);
                }
            }
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The end of it.
        }

        Flush();

        void Flush()
        {
            if (held.Count > 0)
                line(Encoding.UTF8.GetString([.. held]).TrimEnd('\r'));
            held.Clear();
        }
    }
}
