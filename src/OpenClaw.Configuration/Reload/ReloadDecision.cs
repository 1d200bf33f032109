namespace OpenClaw.Configuration.Reload;

/// <summary>What a change of the config leads to.</summary>
public enum ReloadDecision
{
    /// <summary>Nothing differs.</summary>
    Nothing,

    /// <summary>Reloading is switched off; the change waits for the next start.</summary>
    Off,

    /// <summary>Apply the hot actions; the rest is read when it is needed.</summary>
    Apply,

    /// <summary>Mode <c>hot</c> and something needs a restart: the whole change is left alone.</summary>
    Ignore,

    /// <summary>Restart the gateway inside its process.</summary>
    Restart,
}
