using System.Text.Json;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.SystemEvents;

namespace OpenClaw.Agents.Runs.Recovery;

/// <summary>
/// At the start of a gateway: finds the runs that the end of the last one cut off, puts their transcripts in order, and begins them anew or
/// says in their sessions that they were not finished. No accepted message disappears without a trace.
/// </summary>
/// <param name="journal">What was going on.</param>
/// <param name="runner">Runs them again.</param>
/// <param name="store">Their sessions.</param>
/// <param name="notes">Tells the model with the next turn.</param>
public sealed class RunRecovery(RunJournal journal, AgentRunner runner, SessionStore store, SystemEventQueue notes)
{
    private const string OpenCall = "No result: the gateway ended while the tool was at work. It may or may not have had its effect.";
    private const int MaxQuoted = 160;

    /// <summary>
    /// Asked before anything else: true when somebody keeps account of such runs and starts them again by its own rules, as the scheduler
    /// does with jobs. Such a run is neither repeated nor told of here.
    /// </summary>
    public Func<UnfinishedRun, bool>? IsTakenOver { get; set; }

    /// <summary>Hears of every run that is begun anew, before it begins: nobody else waits for what it says.</summary>
    public Action<UnfinishedRun, AgentRun>? Repeated { get; set; }

    /// <summary>Deals with all of them.</summary>
    /// <param name="told">Hears what was written into a conversation: the run, the id of the new line, and the line.</param>
    /// <param name="failed">Hears of runs that could not be dealt with; they are kept for the next start.</param>
    /// <param name="ct">Ends it early; the rest is kept for the next start.</param>
    public async Task<RecoveredRuns> RunAsync(Action<UnfinishedRun, string, JsonElement> told, Action<UnfinishedRun, Exception> failed, CancellationToken ct)
    {
        var (repeated, toldOf) = (0, 0);
        foreach (var run in journal.Left())
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                if (await DealWithAsync(run, told, ct).ConfigureAwait(false))
                    repeated++;
                else
                    toldOf++;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or TimeoutException)
            {
                failed(run, problem);
            }
        }

        return new RecoveredRuns(repeated, toldOf);
    }

    /// <summary>True when it runs again.</summary>
    private async Task<bool> DealWithAsync(UnfinishedRun run, Action<UnfinishedRun, string, JsonElement> told, CancellationToken ct)
    {
        if (store.Find(run.SessionKey) is { } known && store.Transcript(run.SessionKey, known) is { } transcript)
            await transcript.RepairAsync(OpenCall, ct).ConfigureAwait(false);
        // What came in on a channel is in the channels' journal, and taken up from there.
        if (IsTakenOver?.Invoke(run) == true || run.Origin is RunOrigin.Heartbeat or RunOrigin.Channel)
        {
            journal.Ended(run.RunId);
            return false;
        }

        if (MayRepeat(run) && runner.Reserve(run.Again()) is { } again)
        {
            // From here on the journal's entry is that of the new attempt.
            Repeated?.Invoke(run, again);
            runner.Begin(again);
            return true;
        }

        await TellAsync(run, told, ct).ConfigureAwait(false);
        journal.Ended(run.RunId);
        return false;
    }

    /// <summary>Nobody watched it, nothing was done yet, and all that was asked is known. A person would not expect an answer out of the blue.</summary>
    private static bool MayRepeat(UnfinishedRun run) =>
        run is { Origin: RunOrigin.Cron or RunOrigin.Hook or RunOrigin.Agent, UsedTools: false, IsWhole: true, Attempt: 0 };

    private async Task TellAsync(UnfinishedRun run, Action<UnfinishedRun, string, JsonElement> told, CancellationToken ct)
    {
        var quoted = Quoted(run.Message);
        var about = quoted.Length == 0 ? "your last message" : $"your message “{quoted}”";
        var effect = run.UsedTools ? " Some of its steps had already been taken." : string.Empty;
        var now = store.Time.GetUtcNow().ToUnixTimeMilliseconds();
        runner.Finished.Add(run.RunId, new RunEnd(Ok: false, run.At, now, "the gateway was restarted before the run was finished"));
        notes.Enqueue(
            run.SessionKey,
            $"The gateway was restarted while a run was in progress; it was not finished and not answered. It was about: {quoted}"
            + (run.UsedTools ? " Tools had been used: check what they did before doing it again." : string.Empty));
        if (run.Origin is not (RunOrigin.Operator or RunOrigin.Node or RunOrigin.Hook or RunOrigin.Cron))
            return;
        var session = store.Find(run.SessionKey) ?? await store.UpdateAsync(run.SessionKey, static _ => { }, ct).ConfigureAwait(false);
        if (session.SessionId is not { } sessionId || store.Transcript(run.SessionKey, session) is not { } transcript)
            return;
        var text = $"I was restarted before I had finished with {about}.{effect} Please say it again if it still matters.";
        var (id, message) = await transcript.AddInjectedAsync(
            sessionId, store.Agents.Workspace(store.AgentOf(run.SessionKey)), text, ct).ConfigureAwait(false);
        told(run, id, message);
    }

    private static string Quoted(string message)
    {
        var line = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > MaxQuoted ? line[..MaxQuoted] + "…" : line;
    }
}
