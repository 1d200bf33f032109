using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Context;

/// <summary>Where a conversation is cut: what is summarised and what stays (spec 08 §13.1).</summary>
/// <param name="FirstKeptId">The entry from which on everything stays.</param>
/// <param name="History">Whole turns that are summarised.</param>
/// <param name="TurnPrefix">The beginning of the turn that the cut goes through; empty when it falls between two turns.</param>
/// <param name="OlderSummary">The summary that the new one continues; null when there is none.</param>
/// <param name="Older">The compaction entry of that summary.</param>
internal sealed record CutPlan(
    string FirstKeptId,
    IReadOnlyList<TranscriptEntry> History,
    IReadOnlyList<TranscriptEntry> TurnPrefix,
    string? OlderSummary,
    TranscriptEntry? Older)
{
    /// <summary>Everything that the summary stands for.</summary>
    public IEnumerable<TranscriptEntry> Summarised => History.Concat(TurnPrefix);

    /// <summary>
    /// Cuts so that about <paramref name="keepTokens"/> of the newest conversation stay. A cut falls before a user or assistant message,
    /// never before a tool result: a result without its call is refused by every provider. Null when nothing lies before the cut.
    /// </summary>
    /// <param name="path">The entries from the root to the leaf.</param>
    /// <param name="keepTokens">How much is to stay.</param>
    public static CutPlan? Of(IReadOnlyList<TranscriptEntry> path, long keepTokens)
    {
        var last = LastCompaction(path);
        var start = last < 0 ? 0 : FirstKept(path, last);
        var entries = path.Skip(start).Where(static entry => entry.Type != "compaction").ToList();
        if (Cut(entries, keepTokens) is not { } cut)
            return null;
        var turn = IsTurnStart(entries[cut]) ? cut : TurnStart(entries, cut);
        var (history, prefix) = (entries.Take(turn).ToList(), entries.Skip(turn).Take(cut - turn).ToList());
        if (!history.Concat(prefix).Any(static entry => ModelContext.Message(entry) is not null))
            return null;
        return new CutPlan(entries[cut].Id!, history, prefix, last < 0 ? null : path[last].Text("summary"), last < 0 ? null : path[last]);
    }

    private static int? Cut(List<TranscriptEntry> entries, long keepTokens)
    {
        var size = 0L;
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            if (ModelContext.Message(entries[i]) is not { } message)
                continue;
            size += TokenEstimate.Of(message);
            if (size < keepTokens)
                continue;
            var after = entries.FindIndex(i, IsCut);
            var cut = after >= 0 ? after : entries.FindLastIndex(i, IsCut);
            return cut > 0 ? cut : null;
        }

        return null;
    }

    /// <summary>Entries that are no messages stay with the message after them, so the cut itself is always a message.</summary>
    private static bool IsCut(TranscriptEntry entry) =>
        entry.Id is not null && ModelContext.Message(entry) is ModelMessage.User or ModelMessage.Assistant;

    private static bool IsTurnStart(TranscriptEntry entry) => ModelContext.Message(entry) is ModelMessage.User;

    private static int TurnStart(List<TranscriptEntry> entries, int cut)
    {
        var user = entries.FindLastIndex(cut, IsTurnStart);
        return user < 0 ? 0 : user;
    }

    private static int LastCompaction(IReadOnlyList<TranscriptEntry> path)
    {
        for (var i = path.Count - 1; i >= 0; i--)
        {
            if (path[i].Type == "compaction")
                return i;
        }

        return -1;
    }

    /// <summary>What the last compaction kept is still word by word in the conversation and is summarised now.</summary>
    private static int FirstKept(IReadOnlyList<TranscriptEntry> path, int compaction)
    {
        var id = path[compaction].Text("firstKeptEntryId");
        for (var i = 0; i < compaction; i++)
        {
            if (path[i].Id == id)
                return i;
        }

        return compaction + 1;
    }
}
