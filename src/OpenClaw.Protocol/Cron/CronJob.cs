using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>A job, as stored and as sent (spec 02 §11).</summary>
[Open]
public sealed record CronJob
{
    /// <summary>UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Agent it belongs to; absent means the default one.</summary>
    public string? AgentId { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it runs. Absent in files of the era, where it counted as false.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Removed after its first success.</summary>
    public bool? DeleteAfterRun { get; init; }

    /// <summary>Epoch ms.</summary>
    public required long CreatedAtMs { get; init; }

    /// <summary>Epoch ms.</summary>
    public required long UpdatedAtMs { get; init; }

    /// <summary>When it runs.</summary>
    public required CronSchedule Schedule { get; init; }

    /// <summary>Session it runs in: <c>main</c> takes a system event, <c>isolated</c> a turn.</summary>
    [Values("main", "isolated")]
    public required string SessionTarget { get; init; }

    /// <summary>Whether the agent looks at once.</summary>
    [Values("next-heartbeat", "now")]
    public required string WakeMode { get; init; }

    /// <summary>What it does.</summary>
    public required CronPayload Payload { get; init; }

    /// <summary>How it reports.</summary>
    public CronIsolation? Isolation { get; init; }

    /// <summary>What is known about its runs.</summary>
    public required CronJobState State { get; init; }

    /// <summary>Members this version does not know; written back unchanged.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}
