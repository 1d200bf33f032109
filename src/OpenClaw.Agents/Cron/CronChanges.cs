using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;
using OpenClaw.Protocol.Cron;

namespace OpenClaw.Agents.Cron;

/// <summary>Makes jobs from requests, and applies changes to them (spec 02 §11). Pure: what is refused changes nothing.</summary>
internal static class CronChanges
{
    private const string SystemEvent = "systemEvent";
    private const string AgentTurn = "agentTurn";

    /// <summary>The job a request describes.</summary>
    public static StoredJob Create(CronAddParams request, string id, long nowMs) => new(new CronJob
    {
        Id = id,
        AgentId = AgentOf(request.AgentId),
        Name = request.Name.Trim(),
        Description = request.Description,
        Enabled = request.Enabled ?? true,
        DeleteAfterRun = request.DeleteAfterRun,
        CreatedAtMs = nowMs,
        UpdatedAtMs = nowMs,
        Schedule = request.Schedule,
        SessionTarget = request.SessionTarget,
        WakeMode = request.WakeMode ?? "next-heartbeat",
        Payload = request.Payload,
        Isolation = request.Isolation,
        State = new CronJobState(),
    });

    /// <summary>The job after a change; or why it may not be.</summary>
    public static (StoredJob? Job, string? Problem) Apply(StoredJob stored, CronJobPatch patch, long nowMs)
    {
        var job = stored.Job;
        var (payload, problem) = Payload(job.Payload, patch.Payload);
        if (problem is not null)
            return (null, problem);
        var changed = job with
        {
            Name = patch.Name?.Trim() is { Length: > 0 } name ? name : job.Name,
            AgentId = patch.AgentId.IsPresent ? AgentOf(patch.AgentId.Text) : job.AgentId,
            Description = patch.Description ?? job.Description,
            Enabled = patch.Enabled ?? job.Enabled,
            DeleteAfterRun = patch.DeleteAfterRun ?? job.DeleteAfterRun,
            Schedule = patch.Schedule ?? job.Schedule,
            SessionTarget = patch.SessionTarget ?? job.SessionTarget,
            WakeMode = patch.WakeMode ?? job.WakeMode,
            Payload = payload!,
            Isolation = patch.Isolation ?? job.Isolation,
            State = State(job.State, patch.State),
            UpdatedAtMs = nowMs,
        };
        var unknown = Forget(stored.Unknown, "schedule", patch.Schedule is not null);
        unknown = Forget(unknown, "payload", payload!.Kind != job.Payload.Kind);
        return (stored with { Job = changed, Unknown = unknown }, null);
    }

    /// <summary>The rules of every job, new or changed.</summary>
    public static string? Problem(CronJob job, AgentDirectory agents)
    {
        if (string.IsNullOrWhiteSpace(job.Name))
            return "at /name: must NOT have fewer than 1 characters";
        if (job.SessionTarget == "main" && job.Payload.Kind != SystemEvent)
            return "main cron jobs require payload.kind=\"systemEvent\"";
        if (job.SessionTarget == "isolated" && job.Payload.Kind != AgentTurn)
            return "isolated cron jobs require payload.kind=\"agentTurn\"";
        if (string.IsNullOrWhiteSpace(job.Payload.Kind == SystemEvent ? job.Payload.Text : job.Payload.Message))
            return job.Payload.Kind == SystemEvent ? "payload.text: is blank" : "payload.message: is blank";
        return job.AgentId is { } agent && !agents.IsKnown(agent) ? $"unknown agent id \"{agent}\"" : null;
    }

    private static (CronPayload? Payload, string? Problem) Payload(CronPayload old, CronPayloadPatch? patch)
    {
        if (patch is null)
            return (old, null);
        var kept = patch.Kind == old.Kind ? old : new CronPayload { Kind = patch.Kind };
        var text = patch.Text ?? kept.Text;
        var message = patch.Message ?? kept.Message;
        if (patch.Kind == SystemEvent)
        {
            return string.IsNullOrEmpty(text)
                ? (null, "cron.update payload.kind=\"systemEvent\" requires text")
                : (new CronPayload { Kind = SystemEvent, Text = text }, null);
        }

        return string.IsNullOrEmpty(message)
            ? (null, "cron.update payload.kind=\"agentTurn\" requires message")
            : (new CronPayload
            {
                Kind = AgentTurn,
                Message = message,
                Model = patch.Model ?? kept.Model,
                Thinking = patch.Thinking ?? kept.Thinking,
                TimeoutSeconds = patch.TimeoutSeconds ?? kept.TimeoutSeconds,
                Deliver = patch.Deliver ?? kept.Deliver,
                Channel = patch.Channel ?? kept.Channel,
                To = patch.To ?? kept.To,
                BestEffortDeliver = patch.BestEffortDeliver ?? kept.BestEffortDeliver,
            }, null);
    }

    // A running mark is ours alone: one that somebody else sets would hold the job for ever.
    private static CronJobState State(CronJobState old, CronJobState? patch) => patch is null
        ? old
        : old with
        {
            NextRunAtMs = patch.NextRunAtMs ?? old.NextRunAtMs,
            LastRunAtMs = patch.LastRunAtMs ?? old.LastRunAtMs,
            LastStatus = patch.LastStatus ?? old.LastStatus,
            LastError = patch.LastError ?? old.LastError,
            LastDurationMs = patch.LastDurationMs ?? old.LastDurationMs,
        };

    private static string? AgentOf(string? id) => string.IsNullOrWhiteSpace(id) ? null : AgentIds.Normalize(id);

    private static JsonObject? Forget(JsonObject? unknown, string part, bool replaced)
    {
        if (!replaced || unknown is null || !unknown.ContainsKey(part))
            return unknown;
        var rest = (JsonObject)unknown.DeepClone();
        rest.Remove(part);
        return rest;
    }
}
