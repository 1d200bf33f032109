namespace OpenClaw.Channels.Sidecars.Install;

/// <summary>Where a sidecar with all its packages is, or why it is not.</summary>
/// <param name="Directory">Its folder; null when it is not there.</param>
/// <param name="Problem">What went wrong and the fix.</param>
public sealed record InstalledSidecar(string? Directory, string? Problem = null);
