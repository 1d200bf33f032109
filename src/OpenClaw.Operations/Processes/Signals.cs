using System.Runtime.InteropServices;

namespace OpenClaw.Operations.Processes;

/// <summary>
/// Delivers SIGTERM, SIGINT and SIGUSR1 to one handler instead of ending the process (spec 05 §5). The handler runs on a
/// thread of the runtime and must be quick; a second signal arrives while the first is still being worked on.
/// SIGHUP keeps its default. On Windows there is no SIGUSR1.
/// </summary>
public sealed class Signals : IDisposable
{
    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <summary>Starts listening.</summary>
    public Signals(Action<ProcessSignal> handler)
    {
        Register(PosixSignal.SIGTERM, ProcessSignal.Terminate, handler);
        Register(PosixSignal.SIGINT, ProcessSignal.Interrupt, handler);
        if (!OperatingSystem.IsWindows())
            Register((PosixSignal)UserSignal1, ProcessSignal.Restart, handler);
    }

    /// <summary>SIGUSR1 by number: 30 on macOS and the BSDs, 10 on Linux.</summary>
    public static int UserSignal1 => OperatingSystem.IsMacOS() || OperatingSystem.IsFreeBSD() ? 30 : 10;

    /// <summary>The name as the log line says it.</summary>
    public static string NameOf(ProcessSignal signal) => signal switch
    {
        ProcessSignal.Terminate => "SIGTERM",
        ProcessSignal.Interrupt => "SIGINT",
        _ => "SIGUSR1",
    };

    /// <summary>Gives the signals their default effect back.</summary>
    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _registrations.Clear();
    }

    private void Register(PosixSignal signal, ProcessSignal meaning, Action<ProcessSignal> handler) =>
        _registrations.Add(PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            handler(meaning);
        }));
}
