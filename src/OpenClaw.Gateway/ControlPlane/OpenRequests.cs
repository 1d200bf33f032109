namespace OpenClaw.Gateway.ControlPlane;

/// <summary>The requests of one connection that are being answered, bounded in number and bytes. Safe from any thread.</summary>
internal sealed class OpenRequests(HubLimits limits)
{
    private int _count;
    private long _bytes;

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Counts a request.</summary>
    /// <returns>False when it is one too many; it is counted all the same, until <see cref="End"/>.</returns>
    public bool Begin(int bytes) =>
        (Interlocked.Increment(ref _count) <= limits.MaxInFlight) & (Interlocked.Add(ref _bytes, bytes) <= limits.MaxInFlightBytes);

    /// <summary>Takes a request off.</summary>
    /// <returns>True when it was the last.</returns>
    public bool End(int bytes)
    {
        Interlocked.Add(ref _bytes, -bytes);
        return Interlocked.Decrement(ref _count) == 0;
    }
}
