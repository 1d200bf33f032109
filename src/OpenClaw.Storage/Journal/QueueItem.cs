namespace OpenClaw.Storage.Journal;

/// <summary>An entry as operators see it: no message text.</summary>
/// <param name="Box"><c>inbox</c> or <c>outbox</c>.</param>
/// <param name="Id">Its id in that box.</param>
/// <param name="Channel">Channel id.</param>
/// <param name="AccountId">Account.</param>
/// <param name="ChatId">Chat.</param>
/// <param name="State"><c>waiting</c>, <c>sending</c>, <c>sent</c>, <c>failed</c>, <c>dropped</c>, <c>done</c>.</param>
/// <param name="Attempts">Tries of a send; 0 in the inbox.</param>
/// <param name="CreatedAt">Epoch milliseconds.</param>
/// <param name="NextAttemptAt">When it is tried next; null: not planned.</param>
/// <param name="Detail">Error or outcome.</param>
public sealed record QueueItem(
    string Box, long Id, string Channel, string AccountId, string ChatId, string State, int Attempts, long CreatedAt, long? NextAttemptAt, string? Detail);
