namespace OpenClaw.Storage.Journal;

/// <summary>Which entries to list.</summary>
/// <param name="Channel">Null: all.</param>
/// <param name="AccountId">Null: all.</param>
/// <param name="Box"><c>inbox</c>, <c>outbox</c>; null: both.</param>
/// <param name="All">True: finished ones too.</param>
/// <param name="Limit">At most this many per box, the newest.</param>
public sealed record QueueFilter(string? Channel = null, string? AccountId = null, string? Box = null, bool All = false, int Limit = 200);
