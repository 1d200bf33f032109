namespace OpenClaw.Configuration.Writing;

/// <summary>An earlier content of the config file.</summary>
/// <param name="Path">The backup file.</param>
/// <param name="WrittenAt">When it was put there.</param>
/// <param name="Snapshot">What it would mean as the config file.</param>
public sealed record ConfigBackup(string Path, DateTimeOffset WrittenAt, ConfigSnapshot Snapshot);
