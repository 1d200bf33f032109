using System.Collections.Concurrent;
using OpenClaw.Agents.Heartbeats;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.SystemEvents;
using OpenClaw.Protocol.Cron;

namespace OpenClaw.Agents.Cron;

/// <summary>Does what jobs say: tells the main session something, or runs a turn (spec 09 §6.3).</summary>
public sealed class CronWork(AgentDirectory agents, SystemEventQueue notes, HeartbeatService heartbeats, IsolatedTurns turns, TimeProvider time) : ICronWork
{
    private static readonly TimeSpan s_busyRetry = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_busyLimit = TimeSpan.FromMinutes(2);

    // Reminders that nobody could be given yet, by job; one entry per one-time job that is being tried again.
    private readonly ConcurrentDictionary<string, string> _undelivered = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<CronOutcome> RunAsync(CronJob job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var agentId = job.AgentId is { } id ? AgentIds.Normalize(id) : agents.DefaultId;
        if (!agents.IsKnown(agentId))
            return Task.FromResult(new CronOutcome(CronOutcome.Failed, $"unknown agent id \"{agentId}\""));
        return job.Payload.Kind switch
        {
            "systemEvent" when job.SessionTarget == "main" => RemindAsync(job, agentId, ct),
            "agentTurn" when job.SessionTarget == "isolated" => TurnAsync(job, agentId, ct),
            _ => Task.FromResult(new CronOutcome(
                CronOutcome.Skipped, $"a job for the {job.SessionTarget} session cannot have a payload of kind \"{job.Payload.Kind}\"")),
        };
    }

    private async Task<CronOutcome> RemindAsync(CronJob job, string agentId, CancellationToken ct)
    {
        var text = job.Payload.Text?.Trim() ?? string.Empty;
        if (text.Length == 0)
            return new CronOutcome(CronOutcome.Skipped, "payload.text: is blank");
        var key = SessionKeys.ForMain(agentId, agents.KeyRules);
        var waits = notes.Peek(key).Any(note => note.Text == text);
        var waited = _undelivered.TryRemove(job.Id, out var before) && before == text;
        if (waited && !waits)
        {
            // Tried before, and since then a turn of the session has taken it along.
            return new CronOutcome(CronOutcome.Ok, Summary: text);
        }

        if (!waits)
            notes.Enqueue(key, text);
        if (job.WakeMode != "now")
            return new CronOutcome(CronOutcome.Ok, Summary: text);
        var beat = await BeatAsync(job, agentId, key, ct).ConfigureAwait(false);
        if (beat.Status == BeatStatus.Ran)
            return new CronOutcome(CronOutcome.Ok, Summary: text);
        if (beat.Status == BeatStatus.Failed)
            return new CronOutcome(CronOutcome.Failed, beat.Reason, text);
        if (job.Schedule.Kind == "at")
            _undelivered[job.Id] = text;
        return new CronOutcome(CronOutcome.Skipped, beat.Reason, text);
    }

    private async Task<BeatResult> BeatAsync(CronJob job, string agentId, string key, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            var beat = await heartbeats.BeatNowAsync(agentId, $"cron:{job.Id}", key, ct).ConfigureAwait(false);
            if (!beat.IsBusy || time.GetElapsedTime(started) >= s_busyLimit)
                return beat;
            await Task.Delay(s_busyRetry, time, ct).ConfigureAwait(false);
        }
    }

    private async Task<CronOutcome> TurnAsync(CronJob job, string agentId, CancellationToken ct)
    {
        var payload = job.Payload;
        var result = await turns.RunAsync(
            new IsolatedTurn
            {
                AgentId = agentId,
                SessionKey = SessionKeys.Of(agentId, $"cron:{job.Id}"),
                JobId = job.Id,
                Name = job.Name,
                Message = payload.Message ?? string.Empty,
                Caller = RunCaller.Job(job.Id),
                Model = payload.Model,
                Thinking = payload.Thinking,
                TimeoutSeconds = payload.TimeoutSeconds,
                Deliver = payload.Deliver,
                Channel = payload.Channel,
                To = payload.To,
                BestEffort = payload.BestEffortDeliver == true,
            },
            ct).ConfigureAwait(false);
        var prefix = job.Isolation?.PostToMainPrefix?.Trim() is { Length: > 0 } own ? own : "Cron";
        var maxChars = (int)Math.Min(job.Isolation?.PostToMainMaxChars ?? 8000, 1_000_000);
        if (result.Note(prefix, job.Isolation?.PostToMainMode == "full", maxChars) is { } note)
        {
            var main = SessionKeys.ForMain(agentId, agents.KeyRules);
            notes.Enqueue(main, note);
            if (job.WakeMode == "now")
                heartbeats.Request($"cron:{job.Id}:post", main);
        }

        return new CronOutcome(result.Status, result.Error, result.Summary);
    }
}
