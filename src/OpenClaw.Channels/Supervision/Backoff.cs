namespace OpenClaw.Channels.Supervision;

/// <summary>
/// Pauses that grow (spec 10 §7.4): <c>initial · factor^(n−1)</c>, never longer than the longest, made longer at random so that many do not come
/// back in step.
/// </summary>
public sealed record Backoff
{
    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(250);

    /// <summary>2 s, 3.6 s, 6.5 s … 30 s, up to a quarter more.</summary>
    public static Backoff Default { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30), 1.8, 0.25);

    /// <summary>Values out of range are brought into it.</summary>
    /// <param name="initial">First pause; at least 250 ms.</param>
    /// <param name="max">Longest; at least the first.</param>
    /// <param name="factor">1.1 to 10.</param>
    /// <param name="jitter">Largest share added at random; 0 to 1.</param>
    public Backoff(TimeSpan initial, TimeSpan max, double factor, double jitter)
    {
        Initial = initial < s_shortest ? s_shortest : initial;
        Max = max < Initial ? Initial : max;
        Factor = double.IsNaN(factor) ? Default.Factor : Math.Clamp(factor, 1.1, 10);
        Jitter = double.IsNaN(jitter) ? Default.Jitter : Math.Clamp(jitter, 0, 1);
    }

    /// <summary>First pause.</summary>
    public TimeSpan Initial { get; }

    /// <summary>Longest pause.</summary>
    public TimeSpan Max { get; }

    /// <summary>Growth.</summary>
    public double Factor { get; }

    /// <summary>Largest share added at random.</summary>
    public double Jitter { get; }

    /// <summary>The pause after the n-th failure in a row (1 and up).</summary>
    /// <param name="failures">How many there were.</param>
    /// <param name="random">0 to 1: how much of the jitter is added.</param>
    public TimeSpan After(int failures, double random)
    {
        var pause = Initial.TotalMilliseconds * Math.Pow(Factor, Math.Max(0, failures - 1)) * (1 + (Jitter * random));
        return TimeSpan.FromMilliseconds(Math.Min(Max.TotalMilliseconds, Math.Round(pause)));
    }
}
