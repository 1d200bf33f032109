namespace OpenClaw.Agents.Runs;

/// <summary>
/// Shortens conversations (spec 08 §13.1). The run loop decides when and publishes the events; called inside the session's lane, so nobody
/// else writes the transcript meanwhile.
/// </summary>
public interface ICompactor
{
    /// <summary>True when a conversation of this size should be shortened now that its turn is over.</summary>
    /// <param name="promptTokens">Size of the prompt of the last model call.</param>
    /// <param name="contextTokens">What the session may use.</param>
    bool IsDue(long promptTokens, long contextTokens);

    /// <summary>
    /// Summarises the older part of the conversation into a <c>compaction</c> entry and brings the session's counters up to date. Null: done;
    /// else why there was nothing to do or why it failed, and then the transcript is as it was.
    /// </summary>
    Task<string?> CompactAsync(CompactionOrder order, CancellationToken ct);
}
