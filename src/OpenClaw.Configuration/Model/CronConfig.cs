namespace OpenClaw.Configuration.Model;

/// <summary><c>cron</c>.</summary>
public sealed record CronConfig
{
    /// <summary>Run jobs.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Absolute; null: under the state directory.</summary>
    public string? Store { get; init; }

    /// <summary>Jobs at once.</summary>
    public int MaxConcurrentRuns { get; init; } = 1;

    private static CronConfig Defaults { get; } = new();

    internal static CronConfig Read(ConfigNode node) => new()
    {
        Enabled = node.Flag("enabled") ?? Defaults.Enabled,
        Store = node.Text("store"),
        MaxConcurrentRuns = node.Count("maxConcurrentRuns") ?? Defaults.MaxConcurrentRuns,
    };
}
