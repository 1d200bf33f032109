namespace OpenClaw.Configuration.Writing;

/// <summary>What came of a write. When <see cref="Failure"/> is not <see cref="ConfigWriteFailure.None"/> the file is as it was.</summary>
/// <param name="Snapshot">The config that the file now holds; after a failure, the one it still holds, if it could be read.</param>
/// <param name="Failure">Why nothing was written.</param>
/// <param name="Message">The failure for a person, naming the fix; null when there is none.</param>
public sealed record ConfigWriteResult(ConfigSnapshot? Snapshot, ConfigWriteFailure Failure = ConfigWriteFailure.None, string? Message = null)
{
    /// <summary>True when the file now says what was asked for.</summary>
    public bool Ok => Failure == ConfigWriteFailure.None;

    /// <summary>False when the file said so before and was not touched.</summary>
    public bool Changed { get; init; }

    /// <summary>What is wrong with the config that was to be written.</summary>
    public IReadOnlyList<ConfigIssue> Issues { get; init; } = [];
}
