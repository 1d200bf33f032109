namespace OpenClaw.Agents.Queues;

/// <summary>What gives way when a queue is full (spec 08 §7.4).</summary>
public enum QueueDrop
{
    /// <summary>The oldest message, of which one line is kept for the next run.</summary>
    Summarize,

    /// <summary>The oldest message.</summary>
    Old,

    /// <summary>The newcomer.</summary>
    New,
}
