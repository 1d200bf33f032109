namespace OpenClaw.Agents.Context;

/// <summary>What came of a compaction.</summary>
/// <param name="Reason">Null: done. Else, for people, why there was nothing to do or why it failed; the transcript is as it was.</param>
/// <param name="TokensBefore">Estimate of the conversation before.</param>
/// <param name="TokensAfter">Estimate of it after; the same as before when nothing was done.</param>
/// <param name="ContextTokens">The window of the session.</param>
/// <param name="Count">How often this session has been shortened, this time included.</param>
public sealed record CompactionResult(string? Reason, long TokensBefore, long TokensAfter, long ContextTokens, long Count)
{
    /// <summary>True when the conversation is shorter now.</summary>
    public bool Done => Reason is null;
}
