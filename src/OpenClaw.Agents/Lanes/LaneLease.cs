namespace OpenClaw.Agents.Lanes;

/// <summary>A place inside a lane; disposing it lets the next one in.</summary>
public sealed class LaneLease : IDisposable
{
    private readonly string _lane;
    private LaneScheduler? _owner;

    internal LaneLease(LaneScheduler owner, string lane)
    {
        _owner = owner;
        _lane = lane;
    }

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _owner, null)?.Leave(_lane);
}
