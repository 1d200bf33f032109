namespace OpenClaw.Agents.Queues;

/// <summary>Whether a message was taken into a queue.</summary>
public enum QueueFate
{
    /// <summary>It waits.</summary>
    Queued,

    /// <summary>The same message waits already.</summary>
    Duplicate,

    /// <summary>The queue is full and keeps what it has.</summary>
    Refused,
}
