using OpenClaw.Agents.Context;
using OpenClaw.Agents.Lanes;
using OpenClaw.Agents.Replies;

namespace OpenClaw.Agents.Commands.Session;

/// <summary><c>/compact</c>: replaces the older part of the conversation by a summary (spec 08 §13.1).</summary>
public sealed class CompactCommand(SessionCompaction compaction, ISessionStops stops, LaneScheduler lanes, TimeProvider time) : ICommand
{
    private static readonly TimeSpan s_stopWait = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public CommandInfo Info { get; } = new("compact", "Shorten the conversation to a summary.", CommandGroup.Session)
    {
        Arguments = "[what to keep]",
        TakesText = true,
    };

    /// <inheritdoc/>
    public async Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        stops.Stop(scene.SessionKey, scene.RunId);
        using var limit = new CancellationTokenSource(s_stopWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            using var place = await lanes.EnterAsync($"session:{scene.SessionKey}", 1, either.Token).ConfigureAwait(false);
            if (place is null)
                return CommandAnswer.Say("Not compacted: too many messages are waiting in this session.");
            limit.CancelAfter(Timeout.InfiniteTimeSpan);
            var result = await compaction.CompactAsync(scene.SessionKey, arguments.Length > 0 ? arguments : null, ct).ConfigureAwait(false);
            return CommandAnswer.Say(result.Done
                ? $"Compacted ({UsageFooter.Count(result.TokensBefore)} → {UsageFooter.Count(result.TokensAfter)}) · "
                    + $"Context {UsageFooter.Count(result.TokensAfter)}/{UsageFooter.Count(result.ContextTokens)}"
                : $"Not compacted: {result.Reason}.");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return CommandAnswer.Say("Not compacted: the run in progress did not stop in time; try again.");
        }
    }
}
