namespace OpenClaw.Agents.Runs;

/// <summary>How a run ended.</summary>
public enum RunStatus
{
    /// <summary>With an answer, possibly a silent one.</summary>
    Completed,

    /// <summary>Somebody stopped it, or the gateway is stopping.</summary>
    Aborted,

    /// <summary>It hit its deadline.</summary>
    TimedOut,

    /// <summary>The model could not be called, or said no.</summary>
    Failed,
}
