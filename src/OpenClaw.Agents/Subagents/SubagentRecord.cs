namespace OpenClaw.Agents.Subagents;

/// <summary>One sub-agent, as <c>subagents/runs.json</c> keeps it (spec 08 §20). Times are epoch milliseconds.</summary>
public sealed record SubagentRecord
{
    /// <summary>Its run.</summary>
    public required string RunId { get; init; }

    /// <summary>Its session.</summary>
    public required string ChildSessionKey { get; init; }

    /// <summary>The session that started it and hears its report; canonical.</summary>
    public required string RequesterSessionKey { get; init; }

    /// <summary>Where that session's conversation takes place.</summary>
    public SubagentOrigin? RequesterOrigin { get; init; }

    /// <summary>The requester's key as clients know it.</summary>
    public string RequesterDisplayKey { get; init; } = string.Empty;

    /// <summary>What it is to do.</summary>
    public string Task { get; init; } = string.Empty;

    /// <summary><c>keep</c>, or <c>delete</c>: its session goes as soon as it has reported.</summary>
    public string Cleanup { get; init; } = "keep";

    /// <summary>Its name for people.</summary>
    public string? Label { get; init; }

    /// <summary>When it was asked for.</summary>
    public long CreatedAt { get; init; }

    /// <summary>When its run began.</summary>
    public long? StartedAt { get; init; }

    /// <summary>When its run ended; null: it has not.</summary>
    public long? EndedAt { get; init; }

    /// <summary>How; null while it runs.</summary>
    public SubagentOutcome? Outcome { get; init; }

    /// <summary>When its session is put away.</summary>
    public long? ArchiveAtMs { get; init; }

    /// <summary>True when somebody has taken its report in hand.</summary>
    public bool? CleanupHandled { get; init; }

    /// <summary>When everything was done.</summary>
    public long? CleanupCompletedAt { get; init; }
}
