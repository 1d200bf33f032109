namespace OpenClaw.Storage.Journal;

/// <summary>A new standing of a send.</summary>
/// <param name="State">Where it stands now. <see cref="OutboxState.Sending"/> counts as a try.</param>
/// <param name="PlatformId">The platform's id.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="NextAttemptAt">Not before, epoch milliseconds; null: at once.</param>
/// <param name="IsUncertain">True: this try repeats one whose outcome was never learnt, and the platform cannot tell them apart. Counted (<see cref="JournalCounts.Uncertain"/>).</param>
public sealed record OutboxMark(
    OutboxState State, string? PlatformId = null, string? Error = null, long? NextAttemptAt = null, bool IsUncertain = false);
