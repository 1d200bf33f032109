using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Transcripts;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Context;

/// <summary>
/// Shortens conversations (spec 08 §13.1): the older part becomes a summary in a <c>compaction</c> entry, the newest part stays word by word.
/// Nothing is removed from the transcript. Call it inside the session's lane.
/// </summary>
public sealed class Compactor(AgentDirectory agents, SessionStore store, ModelProviders providers, TimeProvider time) : ICompactor
{
    private const double SummaryShare = 0.8;
    private const double TurnShare = 0.5;

    private readonly SummaryWriter _writer = new(providers, time);

    /// <inheritdoc/>
    public bool IsDue(long promptTokens, long contextTokens) => Limits(contextTokens).IsExceededBy(promptTokens);

    /// <inheritdoc/>
    public async Task<string?> CompactAsync(CompactionOrder order, CancellationToken ct) =>
        (await RunAsync(order, ct).ConfigureAwait(false)).Reason;

    /// <summary>As <see cref="CompactAsync"/>, with the numbers.</summary>
    public async Task<CompactionResult> RunAsync(CompactionOrder order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        var limits = Limits(order.ContextTokens);
        var content = order.Transcript.Read();
        var path = content.PathTo(content.Leaf?.Id);
        var before = TokenEstimate.Of(path);
        CompactionResult Nothing(string reason) => new(reason, before, before, order.ContextTokens, Count(order.SessionKey));
        if (path.Count == 0)
            return Nothing("there is no conversation yet");
        if (path[^1].Type == "compaction")
            return Nothing("it has just been compacted");
        if (Plan(path, limits, order.IsOverflow) is not { } plan)
            return Nothing($"it is short enough to be kept whole ({before} tokens)");
        var (summary, problem) = await SummariseAsync(order, plan, limits, ct).ConfigureAwait(false);
        if (summary is null)
            return Nothing($"the summary failed: {problem}");
        var files = FileTrail.Of(plan);
        var after = await order.Transcript.AppendCompactionAsync(summary + files.ToText(), plan.FirstKeptId, before, files.Read, files.Modified).ConfigureAwait(false);
        var tokens = TokenEstimate.Of(after);
        return new CompactionResult(null, before, tokens, order.ContextTokens, await AccountAsync(order, tokens).ConfigureAwait(false));
    }

    private CompactionConfig Config => agents.Config.Agents.Defaults.Compaction;

    private CompactionLimits Limits(long contextTokens) => CompactionLimits.For(contextTokens, Config);

    /// <summary>After an overflow our estimate was evidently too low: then a smaller tail is kept rather than nothing done.</summary>
    private static CutPlan? Plan(IReadOnlyList<TranscriptEntry> path, CompactionLimits limits, bool overflow)
    {
        var plan = CutPlan.Of(path, limits.Keep);
        for (var keep = limits.Keep / 2; plan is null && overflow && keep > 0; keep /= 2)
            plan = CutPlan.Of(path, keep);
        return plan;
    }

    private async Task<(string? Summary, string? Problem)> SummariseAsync(CompactionOrder order, CutPlan plan, CompactionLimits limits, CancellationToken ct)
    {
        var (history, prefix) = (Messages(plan.History), Messages(plan.TurnPrefix));
        var safeguard = Config.Mode == CompactionConfig.Safeguard;
        var (notes, problem) = history.Count == 0
            ? (plan.OlderSummary, null)
            : await HistoryAsync(order, history, plan.OlderSummary, limits, safeguard, ct).ConfigureAwait(false);
        if (problem is null && prefix.Count > 0)
        {
            var question = SummaryTexts.TurnPrefix(ConversationText.Of(prefix, MaxChars(limits)));
            (var turn, problem) = await _writer.AskAsync(order.Candidate, question, (long)(limits.Reserve * TurnShare), ct).ConfigureAwait(false);
            if (turn is not null)
                notes = SummaryTexts.WithTurn(notes, turn);
        }

        if (problem is not null)
        {
            // Without room the session would be stuck for good; with room left, the next turn can try again and nothing is lost.
            if (!safeguard || !order.IsOverflow)
                return (null, problem);
            notes = plan.OlderSummary is { } older ? $"{older}\n\n{SummaryTexts.Unavailable}" : SummaryTexts.Unavailable;
        }

        return ((notes ?? string.Empty) + (safeguard ? ToolFailures.ToText(history.Concat(prefix)) : string.Empty), null);
    }

    private async Task<(string? Notes, string? Problem)> HistoryAsync(
        CompactionOrder order, List<ModelMessage> history, string? older, CompactionLimits limits, bool safeguard, CancellationToken ct)
    {
        var atOnce = safeguard ? (long)(limits.Window * Config.MaxHistoryShare) : limits.Window - limits.Reserve;
        var pieces = TokenEstimate.Of(history) <= atOnce ? [history] : HistoryChunks.Split(history, HistoryChunks.Size(history, limits.Window)).ToList();
        var notes = older;
        foreach (var piece in pieces)
        {
            // Each piece brings the notes on those before it up to date, so the last answer covers everything.
            var text = ConversationText.Of(piece, MaxChars(limits));
            var question = notes is null ? SummaryTexts.First(text, order.Instructions) : SummaryTexts.Update(notes, text, order.Instructions);
            var (next, problem) = await _writer.AskAsync(order.Candidate, question, (long)(limits.Reserve * SummaryShare), ct).ConfigureAwait(false);
            if (next is null)
                return (null, problem);
            notes = next;
        }

        return (notes, null);
    }

    private static long MaxChars(CompactionLimits limits) => limits.Window * TokenEstimate.CharsPerToken * 4 / 10;

    private static List<ModelMessage> Messages(IEnumerable<TranscriptEntry> entries) => [.. entries.Select(ModelContext.Message).OfType<ModelMessage>()];

    private long Count(string key) => store.Find(key)?.Number("compactionCount") ?? 0;

    private async Task<long> AccountAsync(CompactionOrder order, long tokens)
    {
        var (entry, _) = await store.TryUpdateAsync(
            order.SessionKey,
            (entry, _) =>
            {
                var known = StoredSession.From(entry);
                if (known.SessionId != order.SessionId)
                    return "the session has moved on";
                entry["compactionCount"] = (known.Number("compactionCount") ?? 0) + 1;
                entry["totalTokens"] = tokens;
                entry["contextTokens"] = order.ContextTokens;
                entry.Remove("inputTokens");
                entry.Remove("outputTokens");
                return null;
            },
            isActivity: false,
            CancellationToken.None).ConfigureAwait(false);
        return entry?.Number("compactionCount") ?? Count(order.SessionKey);
    }
}
