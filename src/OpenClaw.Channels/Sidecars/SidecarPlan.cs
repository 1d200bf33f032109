namespace OpenClaw.Channels.Sidecars;

/// <summary>What to start, or why nothing can be started.</summary>
/// <param name="Program">The program; null when it cannot be started.</param>
/// <param name="Fault">Why not.</param>
public sealed record SidecarPlan(SidecarProgram? Program, SidecarFault? Fault = null)
{
    /// <summary>Nothing can be started.</summary>
    public static SidecarPlan Failed(string message, TimeSpan? retryAfter = null) => new(null, new SidecarFault(message, retryAfter));
}
