namespace OpenClaw.Channels.Sidecars;

/// <summary>How a run of a sidecar ended.</summary>
/// <param name="Code">Exit code; null when it could not be started.</param>
/// <param name="Reason">For people.</param>
internal readonly record struct SidecarExit(int? Code, string Reason)
{
    public const int BadConfig = 10;
    public const int AuthDirLocked = 11;

    /// <summary>True when starting again cannot help.</summary>
    public bool IsFinal => Code is BadConfig or AuthDirLocked;
}
