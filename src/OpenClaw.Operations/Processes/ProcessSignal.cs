namespace OpenClaw.Operations.Processes;

/// <summary>What the outside asks of a running gateway (spec 05 §5).</summary>
public enum ProcessSignal
{
    /// <summary>SIGTERM: stop.</summary>
    Terminate,

    /// <summary>SIGINT: stop.</summary>
    Interrupt,

    /// <summary>SIGUSR1: restart in process, if authorised.</summary>
    Restart,
}
