namespace OpenClaw.Channels.Contract;

/// <summary>How an account stands before it is started.</summary>
/// <param name="IsEnabled">False: switched off in the config.</param>
/// <param name="IsConfigured">False: token or credentials are missing.</param>
/// <param name="Problem">What is missing and how to mend it, e.g. <c>not linked</c>; null when it can start.</param>
/// <param name="Name">Display name from the config.</param>
public sealed record AccountStanding(bool IsEnabled, bool IsConfigured, string? Problem = null, string? Name = null)
{
    /// <summary>True when it can start.</summary>
    public bool CanStart => IsEnabled && IsConfigured;
}
