using OpenClaw.Agents.Providers;

namespace OpenClaw.Agents.Runs;

/// <summary>How runs end: the outcome is known to everybody who may ask before anybody hears of it, so a client that saw the end finds it.</summary>
internal sealed class RunEnding(FinishedRuns finished, RunRecords records, ToolRound tools)
{
    // A model that said nothing for so long counts as a failure of its credential (spec 08 §7.5); a caller in a hurry proves nothing.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>Publishes the end and hands the outcome out.</summary>
    public RunOutcome End(AgentRun run, RunProgress progress, RunStatus status, string text, string? error = null, Exception? fault = null)
    {
        var startedAt = run.Start();
        var endedAt = run.Close();
        var outcome = progress.Outcome(status, startedAt, endedAt) with { Text = text, Error = error, Fault = fault, Unheard = run.TakeSteering(last: true) };
        if (status == RunStatus.Completed && run.Request.Shape is { } shape)
            outcome = shape(run.Request, outcome);
        finished.Add(run.Request.RunId, RunEnd.Of(outcome));
        run.Request.Settled?.Invoke(run.Request, outcome);
        run.PublishEnd(outcome);
        return outcome;
    }

    /// <summary>Ends a run that was stopped or is out of time: what the model had said is kept, and no tool call stays without a result.</summary>
    public async Task<RunOutcome> CutShortAsync(AgentRun run, RunProgress progress)
    {
        var timedOut = run.AbortReason is null;
        var reason = timedOut ? $"the run did not finish within {progress.Limit.TotalSeconds:0} s" : null;
        var partial = progress.Turn?.Partial ?? string.Empty;
        if (progress.Prepared is { } prepared)
        {
            if (partial.Length > 0)
                await records.AnswerAsync(prepared, [new Messages.ContentPart.Text(partial)], default, Messages.StopReasons.Aborted, reason).ConfigureAwait(false);
            await tools.CloseAsync(progress, timedOut ? "No result: the run was out of time." : "No result: the run was stopped.").ConfigureAwait(false);
            await records.MarkAsync(run.Request, prepared.SessionId, run.AbortReason is not (null or "shutdown")).ConfigureAwait(false);
            if (timedOut && progress.Turn is not null && partial.Length == 0 && progress.Limit >= s_patience)
                await prepared.Route.NextAsync(new ModelError(ModelErrorKind.Unavailable, "no answer before the run's deadline"), CancellationToken.None).ConfigureAwait(false);
        }

        progress.StopReason = Messages.StopReasons.Aborted;
        var text = partial.Length > 0 ? ReplyText.Final(partial, run.Request) : progress.Text;
        return End(run, progress, timedOut ? RunStatus.TimedOut : RunStatus.Aborted, text, reason);
    }

    /// <summary>Ends a run that a full disk, or a fault of ours, ended. The transcript is put in order if that is still possible.</summary>
    public async Task<RunOutcome> FailAsync(AgentRun run, RunProgress progress, string error, Exception? fault = null)
    {
        try
        {
            if (progress.Prepared is not null)
                await tools.CloseAsync(progress, "No result: the run failed.").ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or TimeoutException)
        {
            // The next turn of the session answers open calls before it says anything.
            error = $"{error} (the transcript could not be completed: {problem.Message})";
        }

        return End(run, progress, RunStatus.Failed, string.Empty, error, fault);
    }
}
