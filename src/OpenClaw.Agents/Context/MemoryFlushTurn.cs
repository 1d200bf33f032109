using OpenClaw.Agents.Runs;

namespace OpenClaw.Agents.Context;

/// <summary>Makes the turn of <see cref="MemoryFlush"/> ahead of a normal one, inside the same run: nobody sees it.</summary>
internal sealed class MemoryFlushTurn(RunPreparation preparation, TurnLoop loop, RunRecords records, TimeProvider time)
{
    /// <summary>Makes it when it is due. A turn that fails costs nothing but the notes: the run goes on.</summary>
    public async Task RunIfDueAsync(RunRequest request, CancellationToken ct)
    {
        var session = preparation.Store.Find(request.SessionKey);
        var config = preparation.Store.Agents.Config.Agents.Defaults.Compaction;
        if (request.IsHeartbeat || request.NewSession || !request.UseTools || request.ToolResults.Count > 0
            || session?.Number("contextTokens") is not { } window || !MemoryFlush.IsDue(session, window, config)
            || !preparation.CanWriteNotes(request))
            return;
        var now = time.GetUtcNow();
        var turn = request with
        {
            Message = MemoryFlush.Prompt(config, now, time.LocalTimeZone),
            MessageId = null,
            Images = [],
            ClientTools = [],
            ToolChoice = null,
            Settled = null,
            IsHousekeeping = true,
            ExtraSystemPrompt = MemoryFlush.Section(config),
            SessionChange = entry => MemoryFlush.MarkDone(entry, now),
        };
        using var stop = new CancellationTokenSource();
        var silent = new AgentRun(turn, new Nobody(), time, stop);
        var progress = new RunProgress();
        (progress.Prepared, _) = await preparation.PrepareAsync(turn, ct).ConfigureAwait(false);
        if (progress.Prepared is null)
            return;
        if (await loop.RunAsync(silent, progress, ct).ConfigureAwait(false) is null)
            await records.AccountAsync(turn, progress).ConfigureAwait(false);
    }

    private sealed class Nobody : IRunObserver
    {
        public void OnEvent(RunEvent happened)
        {
            // The turn is housekeeping: its events belong to no run that anybody follows.
        }
    }
}
