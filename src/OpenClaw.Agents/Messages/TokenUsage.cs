namespace OpenClaw.Agents.Messages;

/// <summary>Tokens of one or more model calls. Input never includes what came from or went to the cache.</summary>
public readonly record struct TokenUsage(long Input, long Output, long CacheRead, long CacheWrite)
{
    /// <summary>All of them.</summary>
    public long Total => Input + Output + CacheRead + CacheWrite;

    /// <summary>Size of the prompt of the call.</summary>
    public long Prompt => Input + CacheRead + CacheWrite;

    /// <summary>Sum of two.</summary>
    public static TokenUsage operator +(TokenUsage a, TokenUsage b) =>
        new(a.Input + b.Input, a.Output + b.Output, a.CacheRead + b.CacheRead, a.CacheWrite + b.CacheWrite);

    /// <summary>Sum of two.</summary>
    public static TokenUsage Add(TokenUsage left, TokenUsage right) => left + right;
}
