namespace OpenClaw.Channels.Outbound.Queue;

/// <summary>What is known of a message.</summary>
/// <param name="End">How it ended for good; null: it did not, or may be tried anew.</param>
/// <param name="Open">Entries that are still on their way.</param>
/// <param name="Round">The round that is under way, or the one to begin.</param>
/// <param name="Sent">Parts that are out.</param>
internal sealed record KnownSend(PartResult? End, IReadOnlyList<long> Open, int Round, IReadOnlySet<int> Sent);
