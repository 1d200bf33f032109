using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Context;

/// <summary>The numbers of compaction for one window (spec 08 §13.1), in tokens.</summary>
/// <param name="Window">What the session may use.</param>
/// <param name="Reserve">What must stay free for the next turn.</param>
/// <param name="Keep">How much of the newest conversation is kept word by word.</param>
internal readonly record struct CompactionLimits(long Window, long Reserve, long Keep)
{
    private const long MinReserve = 16_384;
    private const long UsualKeep = 20_000;

    /// <summary>
    /// The numbers as specified for windows of 60 000 tokens and more. A smaller window cannot spare 20 000 tokens twice: half of it is the
    /// most that is reserved, and half of the rest the most that is kept, so that a compaction always makes room.
    /// </summary>
    public static CompactionLimits For(long window, CompactionConfig config)
    {
        var reserve = Math.Min(Math.Max(MinReserve, config.ReserveTokensFloor), window / 2);
        return new CompactionLimits(window, reserve, Math.Min(UsualKeep, (window - reserve) / 2));
    }

    /// <summary>True when a conversation of this size leaves less than the reserve.</summary>
    public bool IsExceededBy(long tokens) => tokens > Window - Reserve;
}
