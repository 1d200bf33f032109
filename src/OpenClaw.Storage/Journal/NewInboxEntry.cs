namespace OpenClaw.Storage.Journal;

/// <summary>An inbound event to keep.</summary>
/// <param name="Channel">Channel id.</param>
/// <param name="AccountId">Account that received it.</param>
/// <param name="Key">Unique within channel and account.</param>
/// <param name="ChatId">Chat, for people and for order.</param>
/// <param name="Payload">The event as UTF-8 JSON.</param>
public sealed record NewInboxEntry(string Channel, string AccountId, string Key, string ChatId, ReadOnlyMemory<byte> Payload);
