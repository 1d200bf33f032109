namespace OpenClaw.Channels.Outbound;

/// <summary>How the outbox is doing. What was sent, failed and repeated counts from the start of the process.</summary>
/// <param name="Waiting">Parts that are not out yet, those that are being sent included.</param>
/// <param name="Sending">Parts that are with a platform at this moment.</param>
/// <param name="Sent">Parts the platforms took.</param>
/// <param name="Failed">Parts that were given up.</param>
/// <param name="Retried">Tries that failed for a passing reason.</param>
/// <param name="Uncertain">Tries that repeated one whose outcome is not known, on a platform that cannot tell them apart.</param>
public readonly record struct OutboxCounts(int Waiting, int Sending, long Sent, long Failed, long Retried, long Uncertain);
