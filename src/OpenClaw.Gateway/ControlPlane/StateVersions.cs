using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>The two counters of spec 01 §11. They survive an in-process restart, so the process owns one instance.</summary>
public sealed class StateVersions
{
    private long _presence = 1;
    private long _health = 1;

    /// <summary>Both counters as they are now.</summary>
    public StateVersion Current => new(Interlocked.Read(ref _presence), Interlocked.Read(ref _health));

    /// <summary>Counts one presence change.</summary>
    /// <returns>Both counters after it.</returns>
    public StateVersion NextPresence() => new(Interlocked.Increment(ref _presence), Interlocked.Read(ref _health));

    /// <summary>Counts one completed health refresh.</summary>
    /// <returns>Both counters after it.</returns>
    public StateVersion NextHealth() => new(Interlocked.Read(ref _presence), Interlocked.Increment(ref _health));
}
