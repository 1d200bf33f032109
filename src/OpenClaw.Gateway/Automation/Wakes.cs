using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.SystemEvents;

namespace OpenClaw.Gateway.Automation;

/// <summary>Gives the default agent's main session something to look at, now or when it looks up next (spec 02 §4 <c>wake</c>, spec 06 §5.2).</summary>
internal sealed class Wakes(AgentDirectory agents, SystemEventQueue notes, IHeartbeatWake heartbeats)
{
    /// <summary>False for blank text, which is not queued.</summary>
    public bool Give(string text, bool now, string reason)
    {
        if (string.IsNullOrWhiteSpace(text))
            return false;
        var key = SessionKeys.ForMain(agents.DefaultId, agents.KeyRules);
        notes.Enqueue(key, text);
        if (now)
            heartbeats.Request(reason, key);
        return true;
    }
}
