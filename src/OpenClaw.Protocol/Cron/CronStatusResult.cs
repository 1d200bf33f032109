using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Cron;

/// <summary>Result of <c>cron.status</c>.</summary>
public sealed record CronStatusResult
{
    /// <summary>Whether the scheduler runs.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Its file.</summary>
    public required string StorePath { get; init; }

    /// <summary>Number of jobs.</summary>
    public required long Jobs { get; init; }

    /// <summary>Next run of any job, epoch ms, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? NextWakeAtMs { get; init; }
}
