namespace OpenClaw.Protocol.Cron;

/// <summary><c>cron/jobs.json</c>.</summary>
public sealed record CronStoreFile
{
    /// <summary>Always 1.</summary>
    public required long Version { get; init; }

    /// <summary>The jobs.</summary>
    public required IReadOnlyList<CronJob> Jobs { get; init; }
}
