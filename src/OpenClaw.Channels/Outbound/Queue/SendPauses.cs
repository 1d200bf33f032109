using OpenClaw.Configuration.Model.Channels;

namespace OpenClaw.Channels.Outbound.Queue;

/// <summary>Pauses between tries (spec 10 §5.9).</summary>
internal static class SendPauses
{
    // 400 ms doubled 16 times is far above every limit.
    private const int MostDoublings = 16;

    /// <summary>The pause after a failed try: doubling, limited, spread at random, and never shorter than the platform asks for.</summary>
    /// <param name="rules">From the config.</param>
    /// <param name="failures">Failed tries so far, at least one.</param>
    /// <param name="asked">What the platform asks for.</param>
    /// <param name="random">0 to 1.</param>
    public static TimeSpan After(ChannelRetryConfig rules, int failures, TimeSpan? asked, double random)
    {
        var doubled = rules.MinDelay * Math.Pow(2, Math.Clamp(failures - 1, 0, MostDoublings));
        var spread = Limited(doubled, rules) * (1 + (rules.Jitter * ((2 * random) - 1)));
        var pause = Limited(spread, rules);
        return asked is { } wish && wish > pause ? wish : pause;
    }

    private static TimeSpan Limited(TimeSpan pause, ChannelRetryConfig rules) =>
        pause < rules.MinDelay ? rules.MinDelay : pause > rules.MaxDelay ? rules.MaxDelay : pause;
}
