using OpenClaw.Protocol.Config;

namespace OpenClaw.Configuration.Service;

/// <summary>Restarts the gateway some time after a config was applied. Provided by whoever runs the process.</summary>
public interface IRestartScheduler
{
    /// <summary>
    /// Schedules a restart and says when and how. A process that cannot restart itself answers with <c>ok: false</c> and a reason
    /// that says when the change takes effect instead; then no note for after the restart is left.
    /// </summary>
    /// <param name="reason">The method that asks, such as <c>config.patch</c>.</param>
    /// <param name="delay">Time until the restart, 0 to 60 s.</param>
    RestartSchedule Schedule(string reason, TimeSpan delay);
}
