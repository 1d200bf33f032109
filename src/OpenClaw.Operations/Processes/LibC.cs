using System.Runtime.InteropServices;

namespace OpenClaw.Operations.Processes;

/// <summary>The few system calls the framework does not offer.</summary>
internal static partial class LibC
{
    /// <summary>SIGTERM and SIGKILL have these numbers on every Unix.</summary>
    public const int Terminate = 15;

    public const int Kill = 9;

    /// <summary>"Operation not permitted": the process exists and belongs to somebody else.</summary>
    private const int NotPermitted = 1;

    [LibraryImport("libc", EntryPoint = "getuid")]
    public static partial uint GetUserId();

    /// <summary>True when the signal was delivered.</summary>
    public static bool Send(int pid, int signal) => SendSignal(pid, signal) == 0;

    /// <summary>True when a process of this number exists, ours or not.</summary>
    public static bool Exists(int pid) => SendSignal(pid, 0) == 0 || Marshal.GetLastPInvokeError() == NotPermitted;

    /// <summary>Tells the system about pages; 0 when it was taken.</summary>
    [LibraryImport("libc", EntryPoint = "madvise")]
    public static partial int Advise(nint address, nuint length, int advice);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int pid, int signal);
}
