namespace OpenClaw.Agents.Queues;

/// <summary>A message that can wait.</summary>
public interface IQueueItem
{
    /// <summary>What the person said.</summary>
    string Text { get; }

    /// <summary>The channel's id of the message; null when it has none.</summary>
    string? MessageId { get; }

    /// <summary>Where the answer goes: messages of one target may be answered together.</summary>
    string Target { get; }
}
