using OpenClaw.Agents.Runs;

namespace OpenClaw.Agents.Cron;

/// <summary>A turn in a session of its own: a job's or a web hook's (spec 09 §6.3).</summary>
public sealed record IsolatedTurn
{
    /// <summary>The agent that takes it.</summary>
    public required string AgentId { get; init; }

    /// <summary>Canonical key.</summary>
    public required string SessionKey { get; init; }

    /// <summary>The job, or the id a web hook's caller was given.</summary>
    public required string JobId { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>What to do.</summary>
    public required string Message { get; init; }

    /// <summary>Where the message comes from when that is outside (<c>Webhook</c>, <c>Email</c>): it is then marked as untrusted. Null: its owner wrote it.</summary>
    public string? Outside { get; init; }

    /// <summary>Who caused it.</summary>
    public required RunCaller Caller { get; init; }

    /// <summary>Model as a person wrote it.</summary>
    public string? Model { get; init; }

    /// <summary>Thinking level.</summary>
    public string? Thinking { get; init; }

    /// <summary>Deadline; null: <c>agents.defaults.timeoutSeconds</c>.</summary>
    public long? TimeoutSeconds { get; init; }

    /// <summary>True: the answer goes to a channel. Null: only when <see cref="To"/> is given.</summary>
    public bool? Deliver { get; init; }

    /// <summary><c>last</c> or a channel.</summary>
    public string? Channel { get; init; }

    /// <summary>Recipient.</summary>
    public string? To { get; init; }

    /// <summary>True: an answer that cannot be delivered is no failure.</summary>
    public bool BestEffort { get; init; }
}
