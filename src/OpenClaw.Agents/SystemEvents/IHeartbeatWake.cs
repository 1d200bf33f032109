namespace OpenClaw.Agents.SystemEvents;

/// <summary>Asks for a heartbeat soon, because something waits in a session's notes (spec 09 §7).</summary>
public interface IHeartbeatWake
{
    /// <summary>Requests are merged over a short time; it returns at once and never throws.</summary>
    /// <param name="reason">For example <c>exec-event</c>, <c>cron:&lt;id&gt;</c>, <c>hook:wake</c>.</param>
    /// <param name="sessionKey">Canonical key of the session whose notes wait; null: the main session of the default agent.</param>
    void Request(string reason, string? sessionKey = null);
}
