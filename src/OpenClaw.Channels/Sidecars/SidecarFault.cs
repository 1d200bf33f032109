namespace OpenClaw.Channels.Sidecars;

/// <summary>Why there is no running sidecar and none will be started by itself.</summary>
/// <param name="Message">What happened and the fix; for people.</param>
/// <param name="RetryAfter">When trying again is worth it; null: only after somebody acted.</param>
public sealed record SidecarFault(string Message, TimeSpan? RetryAfter = null);
