using OpenClaw.Configuration.Model.Channels;

namespace OpenClaw.Configuration.Model;

/// <summary><c>agents.defaults.blockStreaming…</c> and <c>humanDelay</c>. Null members: defaults hold.</summary>
public sealed record BlockStreamingConfig
{
    /// <summary>True: channels that say nothing get answers in blocks.</summary>
    public bool IsDefault { get; init; }

    /// <summary>No block is shorter, save the last.</summary>
    public int? MinChars { get; init; }

    /// <summary>No block is longer.</summary>
    public int? MaxChars { get; init; }

    /// <summary><c>paragraph</c>, <c>newline</c> or <c>sentence</c>.</summary>
    public string? BreakPreference { get; init; }

    /// <summary>How blocks are joined; null: they are not.</summary>
    public CoalesceConfig? Coalesce { get; init; }

    /// <summary>Pause between blocks: <c>off</c>, <c>natural</c> or <c>custom</c>.</summary>
    public string? DelayMode { get; init; }

    /// <summary>Shortest custom pause in milliseconds.</summary>
    public long? DelayMinMs { get; init; }

    /// <summary>Longest custom pause in milliseconds.</summary>
    public long? DelayMaxMs { get; init; }

    internal static BlockStreamingConfig Read(ConfigNode defaults)
    {
        var (chunk, delay) = (defaults.Section("blockStreamingChunk"), defaults.Section("humanDelay"));
        return new BlockStreamingConfig
        {
            IsDefault = defaults.Text("blockStreamingDefault") == "on",
            MinChars = chunk.Count("minChars"),
            MaxChars = chunk.Count("maxChars"),
            BreakPreference = chunk.Text("breakPreference"),
            Coalesce = CoalesceConfig.Read(defaults.Section("blockStreamingCoalesce")),
            DelayMode = delay.Text("mode"),
            DelayMinMs = delay.Whole("minMs"),
            DelayMaxMs = delay.Whole("maxMs"),
        };
    }
}
