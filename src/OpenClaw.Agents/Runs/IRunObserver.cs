namespace OpenClaw.Agents.Runs;

/// <summary>Hears what runs do. Called on the run's own thread, in order per run; it must return quickly and not throw.</summary>
public interface IRunObserver
{
    /// <summary>One event.</summary>
    void OnEvent(RunEvent happened);
}
