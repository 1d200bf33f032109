namespace OpenClaw.Storage.Journal;

/// <summary>How much the journal holds that is not finished.</summary>
/// <param name="Inbox">Accepted, no end yet.</param>
/// <param name="Outbox">To be sent.</param>
/// <param name="Failed">Sends that were given up and not looked at (last days).</param>
/// <param name="Uncertain">Sends of this journal that were repeated although the first try may have been taken.</param>
public readonly record struct JournalCounts(int Inbox, int Outbox, int Failed, long Uncertain);
