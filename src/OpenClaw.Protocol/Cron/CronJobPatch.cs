using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>What <c>cron.update</c> changes; absent members stay.</summary>
public sealed record CronJobPatch
{
    /// <summary>Name.</summary>
    [Size(Min = 1)]
    public string? Name { get; init; }

    /// <summary>Agent; null means the default one.</summary>
    [Size(Min = 1)]
    [OrNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PatchedText AgentId { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it runs.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Remove it after its first success.</summary>
    public bool? DeleteAfterRun { get; init; }

    /// <summary>When it runs.</summary>
    public CronSchedule? Schedule { get; init; }

    /// <summary>Session it runs in: <c>main</c> takes a system event, <c>isolated</c> a turn.</summary>
    [Values("main", "isolated")]
    public string? SessionTarget { get; init; }

    /// <summary>Whether the agent looks at once.</summary>
    [Values("next-heartbeat", "now")]
    public string? WakeMode { get; init; }

    /// <summary>What it does.</summary>
    public CronPayloadPatch? Payload { get; init; }

    /// <summary>How it reports.</summary>
    public CronIsolation? Isolation { get; init; }

    /// <summary>What is known about its runs.</summary>
    public CronJobState? State { get; init; }
}
