using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Replies;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;
using OpenClaw.Protocol.Heartbeats;

namespace OpenClaw.Agents.Heartbeats;

/// <summary>One beat from the checks to its event (spec 09 §7). Keeps nothing between beats but what the session stores.</summary>
internal sealed class Heartbeat(HeartbeatParts parts)
{
    /// <summary>Reason of a beat that reports what a command in the background came to.</summary>
    public const string ExecEvent = "exec-event";

    private const string ExecPrompt =
        "A command that you started earlier has ended; its result stands in the system lines above. "
        + "Tell the person you work for what came of it, briefly, with the output that matters. If it needs no word, answer HEARTBEAT_OK.";

    private const int PreviewChars = 200;
    private static readonly TimeSpan s_sameText = TimeSpan.FromHours(24);

    /// <summary>Asks the agent, if it may be asked now.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="reason">What caused it.</param>
    /// <param name="sessionKey">Session whose notes wait; null: that of the plan.</param>
    /// <param name="ct">Gives up waiting; the run itself is stopped by its runner.</param>
    public async Task<BeatResult> BeatAsync(string agentId, string reason, string? sessionKey, CancellationToken ct)
    {
        var started = parts.Time.GetTimestamp();
        var plan = HeartbeatPlan.Of(parts.Agents, agentId);
        if (!parts.Switch.Enabled || plan.EveryMs is null)
            return new BeatResult(BeatStatus.Skipped, "disabled");
        if (!ActiveHours.Include(plan.ActiveHours, parts.Time.GetUtcNow(), parts.Agents.Config.Agents.Defaults.UserTimezone, parts.Time.LocalTimeZone))
            return new BeatResult(BeatStatus.Skipped, "quiet-hours");
        if (parts.Lanes.IsBusy(RunLanes.Main))
            return new BeatResult(BeatStatus.Skipped, BeatResult.Busy);

        var key = sessionKey ?? SessionOf(plan);
        var session = parts.Sessions.Find(key);
        var target = SessionRoute.Choose(plan.Target, plan.To, session);
        var seen = HeartbeatVisibility.Of(parts.Agents.Config.Channels, target?.Channel, target?.AccountId);
        var beat = new Beat(plan, reason, key, target, seen, started);

        // Only the periodic look is pointless without a list; what waits is always looked at.
        if (parts.Notes.Peek(key).Count == 0 && reason != ExecEvent && HeartbeatFile.IsEmpty(parts.Agents.Workspace(agentId)))
            return Skip(beat, "empty-heartbeat-file");
        if (!seen.ShowsAnything)
            return Skip(beat, "alerts-disabled");
        return await RunAsync(beat, ct).ConfigureAwait(false);
    }

    /// <summary>The session an agent's periodic beats run in.</summary>
    public string SessionOf(HeartbeatPlan plan)
    {
        var rules = parts.Agents.KeyRules;
        return string.IsNullOrWhiteSpace(plan.Session) || rules.IsMainWord(plan.Session.Trim())
            ? SessionKeys.ForMain(plan.AgentId, rules)
            : SessionKeys.Parse(plan.Session) is not null
                ? SessionKeys.Canonical(plan.Session, rules)
                : plan.Session.Trim() == SessionKeys.Global ? SessionKeys.Global : SessionKeys.Of(plan.AgentId, plan.Session.Trim());
    }

    private async Task<BeatResult> RunAsync(Beat beat, CancellationToken ct)
    {
        ModelRef? model = null;
        if (beat.Plan.Model is { } wanted)
        {
            (model, var problem) = parts.Models.Choose(beat.Plan.AgentId, wanted);
            if (model is null)
                return Fail(beat, $"heartbeat.model: {problem}");
        }

        var run = parts.Runner.Reserve(new RunRequest
        {
            RunId = beat.RunId,
            SessionKey = beat.Key,
            CallerKey = beat.Key,
            Caller = RunCaller.Heartbeat,
            Message = beat.Reason == ExecEvent ? ExecPrompt : beat.Plan.Prompt,
            Model = model,
            IsHeartbeat = true,
            ShowHeartbeat = beat.Seen.ShowOk,
            Channel = beat.Target?.Channel,
            AccountId = beat.Target?.AccountId,
            To = beat.Target?.To,
        });
        if (run is null)
            return new BeatResult(BeatStatus.Skipped, BeatResult.Busy);
        parts.Runner.Begin(run);
        var outcome = await run.Completion.WaitAsync(ct).ConfigureAwait(false);
        return outcome.Status switch
        {
            RunStatus.Completed => await ConcludeAsync(beat, outcome, ct).ConfigureAwait(false),
            RunStatus.Aborted => Fail(beat, "aborted"),
            _ => Fail(beat, outcome.Error ?? "the run failed"),
        };
    }

    private async Task<BeatResult> ConcludeAsync(Beat beat, RunOutcome outcome, CancellationToken ct)
    {
        var text = outcome.Said;
        var reply = HeartbeatReply.Read(text, beat.Plan.AckMaxChars);
        var payload = ReplyContent.Payload(reply.Text, new MediaGate(parts.Agents.Workspace(beat.Plan.AgentId), []));
        if (payload is null || (reply.Acknowledged && payload.MediaUrls.Count == 0))
            return await AcknowledgedAsync(beat, text.Trim().Length == 0 || !reply.Acknowledged ? "ok-empty" : "ok-token", ct).ConfigureAwait(false);

        var preview = Preview(payload.Text.Length > 0 ? payload.Text : payload.MediaUrls[0]);
        var media = payload.MediaUrls.Count > 0;
        if (IsRepeated(beat.Key, payload.Text) && !media)
            return Skipped(beat, "duplicate", preview, media, ran: true);
        if (beat.Target is null)
        {
            parts.Listener.OnAlert(beat.RunId, beat.Key, payload.Text);
            await RememberAsync(beat, payload.Text, ct).ConfigureAwait(false);
            return Skipped(beat, "no-target", preview, media, ran: true);
        }

        if (!beat.Seen.ShowAlerts)
            return Skipped(beat, "alerts-disabled", preview, media, ran: true);
        if (beat.Plan.IncludeReasoning && outcome.Thoughts.Length > 0)
            await parts.Delivery.SendAsync(beat.RunId, beat.Target, new ReplyPayload { Text = $"Reasoning:\n{outcome.Thoughts}" }, ct).ConfigureAwait(false);
        var receipt = await parts.Delivery.SendAsync(beat.RunId, beat.Target, payload, ct).ConfigureAwait(false);
        if (!receipt.Ok)
            return Fail(beat, receipt.Error ?? "the channel did not take the message", preview);
        await RememberAsync(beat, payload.Text, ct).ConfigureAwait(false);
        Tell(beat, "sent", null, preview, media, "alert");
        return new BeatResult(BeatStatus.Ran);
    }

    private async Task<BeatResult> AcknowledgedAsync(Beat beat, string status, CancellationToken ct)
    {
        var sent = beat.Seen.ShowOk && beat.Target is { } target
            && (await parts.Delivery.SendAsync(beat.RunId, target, new ReplyPayload { Text = Prompts.SystemPrompt.HeartbeatOk }, ct).ConfigureAwait(false)).Ok;
        parts.Listener.OnBeat(Event(beat, status) with
        {
            To = sent ? beat.Target!.To : null,
            Channel = sent ? beat.Target!.Channel : null,
            Reason = beat.Reason,
            Silent = !sent,
            IndicatorType = beat.Seen.UseIndicator ? "ok" : null,
        });
        return new BeatResult(BeatStatus.Ran);
    }

    private bool IsRepeated(string key, string text) =>
        parts.Sessions.Find(key) is { } session
        && text.Length > 0
        && session.Text("lastHeartbeatText") == text
        && session.Number("lastHeartbeatSentAt") is { } at
        && parts.Time.GetUtcNow().ToUnixTimeMilliseconds() - at is >= 0 and var age
        && age < s_sameText.TotalMilliseconds;

    private Task<StoredSession> RememberAsync(Beat beat, string text, CancellationToken ct) => parts.Sessions.UpdateAsync(
        beat.Key,
        entry =>
        {
            entry["lastHeartbeatText"] = text;
            entry["lastHeartbeatSentAt"] = parts.Time.GetUtcNow().ToUnixTimeMilliseconds();
        },
        isActivity: false,
        ct);

    private BeatResult Skip(Beat beat, string reason)
    {
        parts.Listener.OnBeat(Event(beat, "skipped") with { Reason = reason });
        return new BeatResult(BeatStatus.Skipped, reason);
    }

    private BeatResult Skipped(Beat beat, string reason, string preview, bool hasMedia, bool ran)
    {
        Tell(beat, "skipped", reason, preview, hasMedia, null);
        return new BeatResult(ran ? BeatStatus.Ran : BeatStatus.Skipped, reason);
    }

    private void Tell(Beat beat, string status, string? reason, string preview, bool hasMedia, string? light) => parts.Listener.OnBeat(Event(beat, status) with
    {
        To = status == "sent" ? beat.Target?.To : null,
        Reason = reason,
        Preview = preview,
        HasMedia = hasMedia,
        Channel = beat.Target?.Channel,
        IndicatorType = beat.Seen.UseIndicator ? light : null,
    });

    private BeatResult Fail(Beat beat, string error, string? preview = null)
    {
        parts.Listener.OnBeat(Event(beat, "failed") with
        {
            Reason = error,
            Preview = preview,
            Channel = beat.Target?.Channel,
            IndicatorType = beat.Seen.UseIndicator ? "error" : null,
        });
        return new BeatResult(BeatStatus.Failed, error);
    }

    private HeartbeatEvent Event(Beat beat, string status) => new()
    {
        Ts = parts.Time.GetUtcNow().ToUnixTimeMilliseconds(),
        Status = status,
        DurationMs = (long)parts.Time.GetElapsedTime(beat.Started).TotalMilliseconds,
    };

    private static string Preview(string text) => text.Length > PreviewChars ? text[..PreviewChars] : text;

    private sealed record Beat(HeartbeatPlan Plan, string Reason, string Key, DeliveryTarget? Target, HeartbeatVisibility Seen, long Started)
    {
        public string RunId { get; } = Guid.NewGuid().ToString();
    }
}
