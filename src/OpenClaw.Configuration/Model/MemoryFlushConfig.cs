namespace OpenClaw.Configuration.Model;

/// <summary><c>agents.defaults.compaction.memoryFlush</c> (spec 08 §13.2).</summary>
public sealed record MemoryFlushConfig
{
    /// <summary>Switched on.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>How many tokens before the conversation is shortened.</summary>
    public long SoftThresholdTokens { get; init; } = 4000;

    /// <summary>Text of the turn; null: ours.</summary>
    public string? Prompt { get; init; }

    /// <summary>Section added to its system prompt; null: ours.</summary>
    public string? SystemPrompt { get; init; }

    private static MemoryFlushConfig Defaults { get; } = new();

    internal static MemoryFlushConfig Read(ConfigNode node) => new()
    {
        Enabled = node.Flag("enabled") ?? Defaults.Enabled,
        SoftThresholdTokens = node.Whole("softThresholdTokens") ?? Defaults.SoftThresholdTokens,
        Prompt = node.Text("prompt"),
        SystemPrompt = node.Text("systemPrompt"),
    };
}
