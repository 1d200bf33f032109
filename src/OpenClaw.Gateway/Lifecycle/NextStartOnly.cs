using OpenClaw.Configuration.Service;
using OpenClaw.Protocol.Config;

namespace OpenClaw.Gateway.Lifecycle;

/// <summary>A process that does not restart itself for a config: the answer says when the rest of the change takes effect.</summary>
internal sealed class NextStartOnly : IRestartScheduler
{
    /// <inheritdoc/>
    public RestartSchedule Schedule(string reason, TimeSpan delay) => new()
    {
        Ok = false,
        Pid = Environment.ProcessId,
        Signal = "SIGUSR1",
        DelayMs = (long)delay.TotalMilliseconds,
        Reason = $"{reason}: saved; what needs a restart takes effect at the next start of the gateway",
        Mode = "emit",
    };
}
