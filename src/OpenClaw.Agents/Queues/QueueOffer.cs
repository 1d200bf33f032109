namespace OpenClaw.Agents.Queues;

/// <summary>What became of a message that was offered to a queue.</summary>
/// <typeparam name="T">Kind of message.</typeparam>
/// <param name="Fate">What became of it.</param>
/// <param name="Dropped">Messages that gave way and will not be heard of again.</param>
public sealed record QueueOffer<T>(QueueFate Fate, IReadOnlyList<T> Dropped);
