namespace OpenClaw.Channels.Inbound.History;

/// <summary>A message of a group that nobody answered.</summary>
/// <param name="Sender">Its author, for people.</param>
/// <param name="Body">Its text or placeholder.</param>
/// <param name="Timestamp">When, epoch milliseconds.</param>
/// <param name="MessageId">The platform's id.</param>
public sealed record HistoryEntry(string Sender, string Body, long Timestamp, string? MessageId);
