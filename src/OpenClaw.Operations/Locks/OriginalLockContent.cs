namespace OpenClaw.Operations.Locks;

/// <summary>The original's lock file, member for member (spec 05 §2).</summary>
internal sealed record OriginalLockContent
{
    public int Pid { get; init; }

    public string? CreatedAt { get; init; }

    public string? ConfigPath { get; init; }

    /// <summary>Clock ticks since boot at which the holder started; Linux only.</summary>
    public long? StartTime { get; init; }
}
