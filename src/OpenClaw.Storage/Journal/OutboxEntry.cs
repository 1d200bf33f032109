namespace OpenClaw.Storage.Journal;

/// <summary>A send as the journal has it.</summary>
/// <param name="Id">Increasing; the order within a chat.</param>
/// <param name="Channel">Channel id.</param>
/// <param name="AccountId">Account it goes out on.</param>
/// <param name="ChatId">Chat.</param>
/// <param name="Key">Idempotency key.</param>
/// <param name="Payload">The part as UTF-8 JSON.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="NextAttemptAt">Not before; epoch milliseconds.</param>
/// <param name="CreatedAt">Epoch milliseconds.</param>
/// <param name="ExpiresAt">Epoch milliseconds.</param>
/// <param name="PlatformId">The platform's id once sent.</param>
/// <param name="Error">Why the last try failed.</param>
public sealed record OutboxEntry(
    long Id, string Channel, string AccountId, string ChatId, string Key, byte[] Payload, OutboxState State, int Attempts,
    long NextAttemptAt, long CreatedAt, long ExpiresAt, string? PlatformId, string? Error);
