using OpenClaw.Protocol.Heartbeats;

namespace OpenClaw.Agents.Heartbeats;

/// <summary>Whether agents beat at all, and how the last beat went. Kept in memory for the life of the process (spec 02 §2).</summary>
public sealed class HeartbeatSwitch
{
    private volatile bool _enabled = true;
    private HeartbeatEvent? _last;

    /// <summary>Off: every beat is skipped.</summary>
    public bool Enabled
    {
        get => _enabled;
        set => _enabled = value;
    }

    /// <summary>The last beat; null before the first.</summary>
    public HeartbeatEvent? Last
    {
        get => Volatile.Read(ref _last);
        set => Volatile.Write(ref _last, value);
    }
}
