using System.Globalization;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Prompts;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Cron;

/// <summary>Runs turns in sessions of their own on the lane of jobs, and delivers their answers (spec 09 §6.3).</summary>
public sealed class IsolatedTurns(
    AgentDirectory agents, SessionStore sessions, ModelSelection models, AgentRunner runner, FinalReplies delivery, TimeProvider time)
{
    // A typing error must not keep the lane for years.
    private const long MaxTimeoutSeconds = 7 * 24 * 3600;

    /// <summary>Runs one; failures are results. Cancelling gives up waiting; the run is stopped by its runner.</summary>
    public async Task<IsolatedResult> RunAsync(IsolatedTurn turn, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ModelRef? model = null;
        if (turn.Model is { Length: > 0 } wanted)
        {
            (model, var problem) = models.Choose(turn.AgentId, wanted);
            if (model is null)
                return Failed($"payload.model: {problem}");
        }

        if (turn.Thinking is { Length: > 0 } level && ThinkingLevels.Parse(level) is null)
            return Failed($"payload.thinking: \"{level}\" is not one of off, minimal, low, medium, high");
        var (target, missing) = Target(turn);
        if (missing is not null && !turn.BestEffort)
            return Failed(missing);
        var run = runner.Reserve(new RunRequest
        {
            RunId = Guid.NewGuid().ToString(),
            SessionKey = turn.SessionKey,
            CallerKey = turn.SessionKey,
            Caller = turn.Caller,
            Message = Prompt(turn),
            Model = model,
            Thinking = turn.Thinking,
            Timeout = turn.TimeoutSeconds is { } seconds and > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, MaxTimeoutSeconds)) : null,
            Lane = RunLanes.Cron,
            NewSession = true,
            Channel = target?.Channel,
            AccountId = target?.AccountId,
            To = target?.To,
            ThreadId = target?.ThreadId,
            SessionChange = entry => entry.TryAdd("label", turn.Name),
        });
        if (run is null)
            return new IsolatedResult(CronOutcome.Skipped, "too many runs are in progress", string.Empty);
        runner.Begin(run);
        var outcome = await run.Completion.WaitAsync(ct).ConfigureAwait(false);
        ct.ThrowIfCancellationRequested();
        return outcome.Status switch
        {
            RunStatus.Completed => await DeliverAsync(turn, run.Request.RunId, target, outcome.Text, ct).ConfigureAwait(false),
            RunStatus.Aborted => new IsolatedResult(CronOutcome.Failed, "the run was stopped", outcome.Text),
            _ => new IsolatedResult(CronOutcome.Failed, outcome.Error ?? "the run failed", outcome.Text),
        };
    }

    private async Task<IsolatedResult> DeliverAsync(IsolatedTurn turn, string runId, DeliveryTarget? target, string text, CancellationToken ct)
    {
        if (target is null || text.Length == 0)
            return new IsolatedResult(CronOutcome.Ok, null, text);
        var receipt = await delivery.SendAsync(runId, target, new ReplyPayload { Text = text }, ct).ConfigureAwait(false);
        return receipt.Ok || turn.BestEffort
            ? new IsolatedResult(CronOutcome.Ok, null, text)
            : new IsolatedResult(CronOutcome.Failed, $"not delivered: {receipt.Error}", text);
    }

    private (DeliveryTarget? Target, string? Missing) Target(IsolatedTurn turn)
    {
        if (turn.Deliver == false || (turn.Deliver is null && string.IsNullOrWhiteSpace(turn.To)))
            return default;
        var main = sessions.Find(SessionKeys.ForMain(turn.AgentId, agents.KeyRules));
        if (SessionRoute.Choose(turn.Channel, turn.To, main) is { } target)
            return (target, null);

        // Somebody who talks over WebChat sees the run's events and its line in the main session; there is nothing to send.
        var wantsLast = string.IsNullOrWhiteSpace(turn.Channel) || turn.Channel.Trim().Equals("last", StringComparison.OrdinalIgnoreCase);
        return wantsLast && main?.Text("lastChannel") is not null
            ? default
            : (null, "there is nobody to deliver to: set channel and to, or talk to the agent over a channel first");
    }

    private string Prompt(IsolatedTurn turn)
    {
        var zone = agents.Config.Agents.Defaults.UserTimezone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var known)
            ? known
            : time.LocalTimeZone;
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone);
        var clock = string.Create(CultureInfo.InvariantCulture, $"Current time: {now:dddd, d MMMM yyyy, HH:mm} ({zone.Id})");
        return turn.Outside is { } source
            ? $"[hook:{turn.JobId} {OneLine(turn.Name)}]\n\n{ExternalContent.Wrap(source, turn.Message)}\n\n{clock}"
            : $"[cron:{turn.JobId} {OneLine(turn.Name)}] {turn.Message}\n{clock}";
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace(']', ')');

    private static IsolatedResult Failed(string error) => new(CronOutcome.Failed, error, string.Empty);
}
