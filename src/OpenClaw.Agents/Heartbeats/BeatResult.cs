namespace OpenClaw.Agents.Heartbeats;

/// <summary>What became of a beat.</summary>
/// <param name="Status">Whether the agent was asked.</param>
/// <param name="Reason">Why not, or why it failed.</param>
public sealed record BeatResult(BeatStatus Status, string? Reason = null)
{
    /// <summary>Reason of a beat that can be tried again in a moment.</summary>
    public const string Busy = "requests-in-flight";

    /// <summary>True when something else was going on.</summary>
    public bool IsBusy => Status == BeatStatus.Skipped && Reason == Busy;
}
