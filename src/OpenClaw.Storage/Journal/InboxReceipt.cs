namespace OpenClaw.Storage.Journal;

/// <summary>An inbound event is on disk.</summary>
/// <param name="Id">Its entry; increasing.</param>
/// <param name="IsNew">False: it was there before.</param>
public readonly record struct InboxReceipt(long Id, bool IsNew);
