namespace OpenClaw.Storage.Journal;

/// <summary>An inbound event without an end.</summary>
/// <param name="Id">Increasing.</param>
/// <param name="Channel">Channel id.</param>
/// <param name="AccountId">Account that received it.</param>
/// <param name="Key">Unique within channel and account.</param>
/// <param name="ChatId">Chat.</param>
/// <param name="Payload">The event as UTF-8 JSON.</param>
/// <param name="ReceivedAt">Epoch milliseconds.</param>
public sealed record InboxEntry(long Id, string Channel, string AccountId, string Key, string ChatId, byte[] Payload, long ReceivedAt);
