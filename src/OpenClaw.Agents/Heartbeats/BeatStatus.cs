namespace OpenClaw.Agents.Heartbeats;

/// <summary>Kinds of <see cref="BeatResult"/>.</summary>
public enum BeatStatus
{
    /// <summary>The agent was asked and answered.</summary>
    Ran,

    /// <summary>There was no reason to ask, or it may not be asked now.</summary>
    Skipped,

    /// <summary>The run failed.</summary>
    Failed,
}
