namespace OpenClaw.Agents.Replies;

/// <summary>Joins small blocks into messages worth sending (spec 08 §17). Not thread-safe, and without a clock: its owner asks when it is due.</summary>
public sealed class BlockCoalescer(BlockCoalescing coalescing)
{
    private const string Joiner = "\n\n";

    private string _held = string.Empty;
    private DateTimeOffset _lastArrival;

    /// <summary>When what is held should go out although it is short; null when nothing is held.</summary>
    public DateTimeOffset? DueAt => _held.Length == 0 ? null : _lastArrival + coalescing.Idle;

    /// <summary>Takes a block; what should be sent now, in order.</summary>
    public IReadOnlyList<string> Add(string block, DateTimeOffset now)
    {
        var ready = new List<string>();
        if (_held.Length > 0 && _held.Length + Joiner.Length + block.Length > coalescing.MaxChars)
            ready.AddRange(Flush());
        _held = _held.Length == 0 ? block : _held + Joiner + block;
        _lastArrival = now;
        if (_held.Length >= coalescing.MinChars)
            ready.AddRange(Flush());
        return ready;
    }

    /// <summary>What is held, to be sent now.</summary>
    public IReadOnlyList<string> Flush()
    {
        var held = _held;
        _held = string.Empty;
        return held.Length == 0 ? [] : [held];
    }
}
