namespace OpenClaw.Operations.Logging;

/// <summary>Where lines end up. Called by one thread at a time.</summary>
internal interface ILogSink
{
    /// <summary>Takes one line. A failure is swallowed by the sink: logging never fails the work that is logged.</summary>
    void Write(in LogEntry entry);

    /// <summary>Hands buffered bytes to the system; called when the queue runs empty.</summary>
    void Flush();
}
