using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>What a job does: tell the main session something, or run a turn of its own.</summary>
[AnyOf(typeof(CronSystemEvent), typeof(CronAgentTurn))]
public sealed record CronPayload
{
    /// <summary><c>systemEvent</c> or <c>agentTurn</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>systemEvent</c>: text for the main session.</summary>
    public string? Text { get; init; }

    /// <summary><c>agentTurn</c>: prompt.</summary>
    public string? Message { get; init; }

    /// <summary><c>agentTurn</c>: model for this run.</summary>
    public string? Model { get; init; }

    /// <summary><c>agentTurn</c>: thinking level for this run.</summary>
    public string? Thinking { get; init; }

    /// <summary><c>agentTurn</c>: deadline of the run.</summary>
    public long? TimeoutSeconds { get; init; }

    /// <summary><c>agentTurn</c>: send the reply to a channel.</summary>
    public bool? Deliver { get; init; }

    /// <summary><c>agentTurn</c>: <c>last</c> or a channel id.</summary>
    public string? Channel { get; init; }

    /// <summary><c>agentTurn</c>: target on that channel.</summary>
    public string? To { get; init; }

    /// <summary><c>agentTurn</c>: a failed delivery does not fail the run.</summary>
    public bool? BestEffortDeliver { get; init; }
}
