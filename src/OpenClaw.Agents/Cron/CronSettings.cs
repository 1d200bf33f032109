namespace OpenClaw.Agents.Cron;

/// <summary>What the configuration says of jobs.</summary>
/// <param name="StorePath">Absolute path of <c>jobs.json</c>.</param>
/// <param name="Enabled">False: the store works, nothing fires.</param>
/// <param name="MaxConcurrentRuns">Isolated jobs at once.</param>
public sealed record CronSettings(string StorePath, bool Enabled = true, int MaxConcurrentRuns = 1);
