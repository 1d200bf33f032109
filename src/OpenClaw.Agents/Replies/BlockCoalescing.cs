namespace OpenClaw.Agents.Replies;

/// <summary>How small blocks are joined before they are sent (<c>blockStreamingCoalesce</c>).</summary>
/// <param name="MinChars">Sent at once from this length on.</param>
/// <param name="MaxChars">Never longer than this.</param>
/// <param name="Idle">Sent after so long without another block.</param>
public sealed record BlockCoalescing(int MinChars, int MaxChars, TimeSpan Idle);
