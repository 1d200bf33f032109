namespace OpenClaw.Storage.Journal;

/// <summary>One send to keep until it is done.</summary>
/// <param name="Channel">Channel id.</param>
/// <param name="AccountId">Account it goes out on.</param>
/// <param name="ChatId">Chat; entries of one chat go out in order.</param>
/// <param name="Key">Idempotency key, unique: a second entry of the same key is not queued.</param>
/// <param name="Payload">The part as UTF-8 JSON.</param>
/// <param name="ExpiresAt">After this it is not sent any more; epoch milliseconds.</param>
public sealed record NewOutboxEntry(string Channel, string AccountId, string ChatId, string Key, ReadOnlyMemory<byte> Payload, long ExpiresAt);
