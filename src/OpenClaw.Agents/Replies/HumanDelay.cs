namespace OpenClaw.Agents.Replies;

/// <summary>The pause between two blocks, so that they do not arrive all at once (<c>humanDelay</c>, spec 08 §17).</summary>
/// <param name="Min">Shortest pause.</param>
/// <param name="Max">Longest pause.</param>
public sealed record HumanDelay(TimeSpan Min, TimeSpan Max)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    /// <summary>No pause.</summary>
    public static HumanDelay Off { get; } = new(TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>0.8 to 2.5 seconds.</summary>
    public static HumanDelay Natural { get; } = new(TimeSpan.FromMilliseconds(800), TimeSpan.FromMilliseconds(2500));

    /// <summary>The delay a configuration means: <c>off</c>, <c>natural</c>, or <c>custom</c> with its two numbers.</summary>
    public static HumanDelay For(string? mode, long? minMs, long? maxMs)
    {
        if (mode == "natural")
            return Natural;
        if (mode != "custom")
            return Off;
        var min = Clamp(minMs ?? (long)Natural.Min.TotalMilliseconds);
        var max = Clamp(maxMs ?? (long)Natural.Max.TotalMilliseconds);
        return new HumanDelay(min, max < min ? min : max);
    }

    /// <summary>The pause for a roll of the dice between 0 and 1.</summary>
    public TimeSpan Next(double roll) => Min + ((Max - Min) * Math.Clamp(roll, 0, 1));

    private static TimeSpan Clamp(long ms) => TimeSpan.FromMilliseconds(Math.Clamp(ms, 0, s_longest.TotalMilliseconds));
}
