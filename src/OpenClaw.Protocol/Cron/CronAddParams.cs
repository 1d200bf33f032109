using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>Params of <c>cron.add</c>, after the normalisation of spec 02 §11.</summary>
public sealed record CronAddParams
{
    /// <summary>Name.</summary>
    [Size(Min = 1)]
    public required string Name { get; init; }

    /// <summary>Agent it belongs to; null or absent means the default one.</summary>
    [Size(Min = 1)]
    [OrNull]
    public string? AgentId { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it runs; default true.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Remove it after its first success.</summary>
    public bool? DeleteAfterRun { get; init; }

    /// <summary>When it runs.</summary>
    public required CronSchedule Schedule { get; init; }

    /// <summary>Session it runs in: <c>main</c> takes a system event, <c>isolated</c> a turn.</summary>
    [Values("main", "isolated")]
    public required string SessionTarget { get; init; }

    /// <summary>Whether the agent looks at once; default <c>next-heartbeat</c>.</summary>
    [Values("next-heartbeat", "now")]
    public string? WakeMode { get; init; }

    /// <summary>What it does.</summary>
    public required CronPayload Payload { get; init; }

    /// <summary>How it reports.</summary>
    public CronIsolation? Isolation { get; init; }
}
