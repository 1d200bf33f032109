using OpenClaw.Protocol.Events;

namespace OpenClaw.Agents.Cron;

/// <summary>Hears what happens to jobs. Must return quickly and not throw.</summary>
public interface ICronListener
{
    /// <summary>A job was added, changed, removed, started or finished.</summary>
    void OnEvent(CronEvent happened);

    /// <summary>Something an operator should know: a file that cannot be read or written, a job that cannot be kept.</summary>
    void OnProblem(string text);

    /// <summary>A fault of ours; the scheduler goes on.</summary>
    void OnFault(Exception fault, string where);
}
