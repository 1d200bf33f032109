using OpenClaw.Protocol.Presence;

namespace OpenClaw.Gateway.ControlPlane.Presence;

/// <summary>Says what is new about an entry, for the agent's next turn (spec 02 §2, <c>system-event</c>).</summary>
internal static class PresenceChange
{
    /// <summary>The changed parts, or null when there is nothing to tell.</summary>
    public static string? Describe(PresenceEntry? before, PresenceEntry after)
    {
        var parts = new List<string>(4);
        if (before?.Host != after.Host || before?.Ip != after.Ip)
            parts.Add($"Node: {after.Host ?? "Unknown"}{(after.Ip is null ? "" : $" ({after.Ip})")}");
        if (before?.Version != after.Version)
            parts.Add($"app {after.Version ?? "unknown"}");
        if (before?.Mode != after.Mode)
            parts.Add($"mode {after.Mode ?? "unknown"}");
        if (before?.Reason != after.Reason && !IsRoutine(after.Reason))
            parts.Add($"reason {after.Reason ?? "event"}");
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }

    private static bool IsRoutine(string? reason) =>
        reason is not null && (reason.StartsWith("periodic", StringComparison.OrdinalIgnoreCase) || reason.Equals("heartbeat", StringComparison.OrdinalIgnoreCase));
}
