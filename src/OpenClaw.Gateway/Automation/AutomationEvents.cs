using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Cron;
using OpenClaw.Agents.Heartbeats;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.Conversations;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Chat;
using OpenClaw.Protocol.Events;
using OpenClaw.Protocol.Heartbeats;

namespace OpenClaw.Gateway.Automation;

/// <summary>Tells clients and the log what jobs and heartbeats do.</summary>
internal sealed class AutomationEvents(Broadcaster broadcaster, RunEvents runs, HeartbeatSwitch heartbeats, TimeProvider time, ILogger logger)
    : ICronListener, IHeartbeatListener
{
    /// <inheritdoc/>
    public void OnEvent(CronEvent happened)
    {
        broadcaster.Publish(ProtocolEvents.Cron, happened);
        if (happened.Action == "finished")
            AutomationLog.JobEnded(logger, happened.JobId, happened.Status ?? "", happened.DurationMs ?? 0, happened.Error ?? "no error");
    }

    /// <inheritdoc/>
    public void OnProblem(string text) => AutomationLog.JobProblem(logger, text);

    /// <inheritdoc/>
    public void OnFault(Exception fault, string where) => AutomationLog.Fault(logger, fault, where);

    /// <inheritdoc/>
    public void OnFault(Exception fault) => AutomationLog.Fault(logger, fault, "a heartbeat");

    /// <inheritdoc/>
    public void OnBeat(HeartbeatEvent happened)
    {
        heartbeats.Last = happened;
        broadcaster.Publish(ProtocolEvents.Heartbeat, happened);
        if (happened.Status == "failed")
            AutomationLog.BeatFailed(logger, happened.DurationMs ?? 0, happened.Reason ?? "");
        else
            AutomationLog.Beat(logger, happened.Status, happened.DurationMs ?? 0, happened.Reason ?? "");
    }

    /// <inheritdoc/>
    public void OnAlert(string runId, string sessionKey, string text) => runs.Injected(runId, sessionKey, new ChatMessage
    {
        Role = "assistant",
        Content = [new ChatContent { Type = "text", Text = text }],
        Timestamp = time.GetUtcNow().ToUnixTimeMilliseconds(),
    });
}
