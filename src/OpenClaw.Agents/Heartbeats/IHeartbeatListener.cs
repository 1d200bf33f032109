using OpenClaw.Protocol.Heartbeats;

namespace OpenClaw.Agents.Heartbeats;

/// <summary>Hears of heartbeats. Must return quickly and not throw.</summary>
public interface IHeartbeatListener
{
    /// <summary>A beat is over.</summary>
    void OnBeat(HeartbeatEvent happened);

    /// <summary>The answer holds something for people, and no messaging channel takes it: clients of the gateway show it.</summary>
    void OnAlert(string runId, string sessionKey, string text);

    /// <summary>A fault of ours; heartbeats go on.</summary>
    void OnFault(Exception fault);
}
