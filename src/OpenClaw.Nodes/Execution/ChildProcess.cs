namespace OpenClaw.Nodes.Execution;

/// <summary>
/// A running command and everything it started. On Unix it leads a session of its own, so that the whole tree can be ended; it counts as
/// over when no process of its group is left.
/// </summary>
public abstract class ChildProcess : IAsyncDisposable
{
    /// <summary>True where commands can have a terminal.</summary>
    public static bool CanHaveTerminal => !OperatingSystem.IsWindows();

    /// <summary>Process id of the command itself.</summary>
    public abstract int Id { get; }

    /// <summary>Completes when the command itself has ended and been reaped; processes it left may still run.</summary>
    public abstract Task<ChildExit> Exited { get; }

    /// <summary>Completes when no process of its group is left and its output is read to the end.</summary>
    public abstract Task<ChildExit> Completion { get; }

    /// <summary>Starts a command. Output is handed over from one thread at a time until <see cref="Completion"/>.</summary>
    /// <param name="start">What to start.</param>
    /// <param name="output">Takes raw output; the memory is reused after the call.</param>
    /// <param name="error">Takes raw standard error when it is kept apart.</param>
    /// <exception cref="IOException">It cannot be started; the message says why.</exception>
    public static ChildProcess Start(ChildStart start, Action<ReadOnlyMemory<byte>> output, Action<ReadOnlyMemory<byte>>? error = null)
    {
        ArgumentNullException.ThrowIfNull(start);
        return OperatingSystem.IsWindows() ? new WindowsChild(start, output, error) : PosixChild.Spawn(start, output, error);
    }

    /// <summary>Writes to standard input; false when it is closed.</summary>
    public abstract bool Write(ReadOnlySpan<byte> data);

    /// <summary>Ends standard input.</summary>
    public abstract void CloseInput();

    /// <summary>Ends the command and all it started, without asking. Returns at once; await <see cref="Completion"/>.</summary>
    public abstract void KillTree();

    /// <summary>Ends everything and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        KillTree();
        await Completion.ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }
}
