namespace OpenClaw.Agents.Queues;

/// <summary>The words for queue settings, as configured, stored and typed.</summary>
public static class QueueWords
{
    /// <summary>The modes to name in a message.</summary>
    public const string Modes = "collect, followup, steer, steer-backlog, interrupt";

    /// <summary>The drop policies to name in a message.</summary>
    public const string Drops = "old, new, summarize";

    /// <summary>The mode a word means; null when it means none.</summary>
    public static QueueMode? Mode(string? word) => (word ?? string.Empty).Trim().ToLowerInvariant() switch
    {
        "collect" => QueueMode.Collect,
        "followup" or "follow-up" => QueueMode.Followup,
        "steer" or "queue" => QueueMode.Steer,
        "steer-backlog" or "steer+backlog" => QueueMode.SteerBacklog,
        "interrupt" => QueueMode.Interrupt,
        _ => null,
    };

    /// <summary>The word of a mode.</summary>
    public static string Of(QueueMode mode) => mode switch
    {
        QueueMode.Followup => "followup",
        QueueMode.Steer => "steer",
        QueueMode.SteerBacklog => "steer-backlog",
        QueueMode.Interrupt => "interrupt",
        _ => "collect",
    };

    /// <summary>The policy a word means; null when it means none.</summary>
    public static QueueDrop? Drop(string? word) => (word ?? string.Empty).Trim().ToLowerInvariant() switch
    {
        "old" => QueueDrop.Old,
        "new" => QueueDrop.New,
        "summarize" or "summarise" => QueueDrop.Summarize,
        _ => null,
    };

    /// <summary>The word of a policy.</summary>
    public static string Of(QueueDrop drop) => drop switch
    {
        QueueDrop.Old => "old",
        QueueDrop.New => "new",
        _ => "summarize",
    };
}
