using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>Branch of <see cref="CronPayload"/>: a turn.</summary>
public sealed record CronAgentTurn
{
    /// <summary><c>agentTurn</c>.</summary>
    [Values("agentTurn")]
    public required string Kind { get; init; }

    /// <summary>Prompt.</summary>
    [Size(Min = 1)]
    public required string Message { get; init; }

    /// <summary>Model for this run.</summary>
    public string? Model { get; init; }

    /// <summary>Thinking level for this run.</summary>
    public string? Thinking { get; init; }

    /// <summary>Deadline of the run.</summary>
    [Bounds(Min = 1)]
    public long? TimeoutSeconds { get; init; }

    /// <summary>Send the reply to a channel.</summary>
    public bool? Deliver { get; init; }

    /// <summary><c>last</c> or a channel id.</summary>
    [Size(Min = 1)]
    public string? Channel { get; init; }

    /// <summary>Target on that channel.</summary>
    public string? To { get; init; }

    /// <summary>A failed delivery does not fail the run.</summary>
    public bool? BestEffortDeliver { get; init; }
}
