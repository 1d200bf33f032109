namespace OpenClaw.Agents.Replies;

/// <summary>How a growing answer is cut into blocks (<c>agents.defaults.blockStreamingChunk</c>).</summary>
/// <param name="MinChars">No block is shorter, save the last.</param>
/// <param name="MaxChars">No block is longer.</param>
/// <param name="Preference">Where to cut.</param>
public sealed record BlockChunking(int MinChars = 800, int MaxChars = 1200, BreakPreference Preference = BreakPreference.Paragraph)
{
    /// <summary>With the limits in order and inside what the channel takes.</summary>
    public BlockChunking Within(int channelLimit)
    {
        var max = Math.Max(2, Math.Min(MaxChars, channelLimit));
        return this with { MaxChars = max, MinChars = Math.Clamp(MinChars, 1, max) };
    }
}
