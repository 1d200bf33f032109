using System.IO.Pipes;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OpenClaw.Nodes.Execution;

/// <summary>Starts processes on Unix, each in a session of its own, with pipes or a terminal.</summary>
internal static class PosixSpawn
{
    private const int ReadOnly = 0;
    private const int ReadWrite = 2;
    private static readonly Lock s_terminalName = new();

    /// <exception cref="IOException">It could not be started.</exception>
    public static SpawnedProcess Start(ChildStart start)
    {
        using var plan = new SpawnPlan();
        plan.Directory(start.Directory);
        var environment = start.Environment.Select(static pair => $"{pair.Key}={pair.Value}");
        return start.Terminal ? OnTerminal(plan, start, environment) : OnPipes(plan, start, environment);
    }

    /// <summary>Waits for the end of a child and reaps it.</summary>
    public static ChildExit Wait(int pid)
    {
        while (true)
        {
            var result = Libc.Wait(pid, out var status, 0);
            if (result == pid)
                return (status & 0x7F) == 0 ? new ChildExit((status >> 8) & 0xFF, null) : new ChildExit(null, Signals.Name(status & 0x7F));
            if (result < 0 && Marshal.GetLastPInvokeError() != Libc.InterruptedCall)
                return new ChildExit(null, null);
        }
    }

    private static SpawnedProcess OnPipes(SpawnPlan plan, ChildStart start, IEnumerable<string> environment)
    {
        using var output = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.None);
        using var error = start.SplitError ? new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.None) : null;
        using var input = start.Input ? new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.None) : null;
        if (input is null)
            plan.Open(0, "/dev/null", ReadOnly);
        else
            plan.Duplicate(Number(input.ClientSafePipeHandle), 0);
        plan.Duplicate(Number(output.ClientSafePipeHandle), 1);
        plan.Duplicate(Number((error ?? output).ClientSafePipeHandle), 2);
        var pid = plan.Spawn(start.Executable, start.Arguments, environment);
        return new SpawnedProcess(pid, Keep(input), Keep(output)!, Keep(error));
    }

    private static SpawnedProcess OnTerminal(SpawnPlan plan, ChildStart start, IEnumerable<string> environment)
    {
        var (noControl, closeOnExec) = OperatingSystem.IsMacOS() ? (0x20000, 0) : (0x100, 0x80000);
        var master = Libc.OpenTerminal(ReadWrite | noControl | closeOnExec);
        if (master < 0)
            throw new IOException($"no terminal: {Marshal.GetLastPInvokeErrorMessage()}");
        var handle = new SafeFileHandle(master, ownsHandle: true);
        try
        {
            string? name;
            lock (s_terminalName)
            {
                name = Libc.GrantTerminal(master) == 0 && Libc.UnlockTerminal(master) == 0
                    ? Marshal.PtrToStringUTF8(Libc.TerminalName(master))
                    : null;
            }

            if (name is null)
                throw new IOException($"no terminal: {Marshal.GetLastPInvokeErrorMessage()}");
            // The first terminal a session leader opens becomes its controlling one.
            plan.Open(0, name, ReadWrite);
            plan.Duplicate(0, 1);
            plan.Duplicate(0, 2);
            var pid = plan.Spawn(start.Executable, start.Arguments, environment);
            return new SpawnedProcess(pid, handle, handle, null);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private static int Number(SafeHandle handle) => (int)handle.DangerousGetHandle();

    // The pipe object only made the pipe; from here on its descriptor is used directly.
    private static SafeFileHandle? Keep(AnonymousPipeServerStream? pipe)
    {
        if (pipe is null)
            return null;
        pipe.DisposeLocalCopyOfClientHandle();
        var handle = new SafeFileHandle(pipe.SafePipeHandle.DangerousGetHandle(), ownsHandle: true);
        pipe.SafePipeHandle.SetHandleAsInvalid();
        return handle;
    }
}
