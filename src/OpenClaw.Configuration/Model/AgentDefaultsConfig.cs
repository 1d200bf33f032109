using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Model;

/// <summary><c>agents.defaults</c> (spec 03 §6).</summary>
public sealed record AgentDefaultsConfig
{
    /// <summary>Model and fallbacks; empty: the built-in default.</summary>
    public ModelChoice Model { get; init; } = new();

    /// <summary>Model for images when the first cannot see.</summary>
    public ModelChoice ImageModel { get; init; } = new();

    /// <summary>By <c>provider/model</c>. Not empty: the only models allowed.</summary>
    public IReadOnlyDictionary<string, ModelEntryConfig> Models { get; init; } = new Dictionary<string, ModelEntryConfig>();

    /// <summary>Absolute; null: the workspace of the paths.</summary>
    public string? Workspace { get; init; }

    /// <summary>Repository named in the system prompt.</summary>
    public string? RepoRoot { get; init; }

    /// <summary>Do not create the workspace files.</summary>
    public bool SkipBootstrap { get; init; }

    /// <summary>Characters of one workspace file in the prompt.</summary>
    public long BootstrapMaxChars { get; init; } = 20000;

    /// <summary>IANA name; null: that of the host.</summary>
    public string? UserTimezone { get; init; }

    /// <summary><c>auto</c>, <c>12</c> or <c>24</c>.</summary>
    public string TimeFormat { get; init; } = "auto";

    /// <summary><c>local</c>, <c>utc</c>, <c>user</c> or an IANA name.</summary>
    public string? EnvelopeTimezone { get; init; }

    /// <summary>Message envelopes carry the time.</summary>
    public bool EnvelopeTimestamp { get; init; } = true;

    /// <summary>Message envelopes carry the time since the last one.</summary>
    public bool EnvelopeElapsed { get; init; } = true;

    /// <summary>Cap of the context window; null: that of the model.</summary>
    public long? ContextTokens { get; init; }

    /// <summary><c>off</c> to <c>xhigh</c>.</summary>
    public string? ThinkingDefault { get; init; }

    /// <summary><c>off</c>, <c>on</c> or <c>full</c>.</summary>
    public string? VerboseDefault { get; init; }

    /// <summary><c>off</c>, <c>on</c>, <c>ask</c> or <c>full</c>.</summary>
    public string? ElevatedDefault { get; init; }

    /// <summary>Deadline of a run.</summary>
    public long TimeoutSeconds { get; init; } = 600;

    /// <summary>Megabytes of one attachment.</summary>
    public double MediaMaxMb { get; init; } = 5;

    /// <summary>Seconds between typing signals.</summary>
    public long TypingIntervalSeconds { get; init; } = 6;

    /// <summary><c>never</c>, <c>instant</c>, <c>thinking</c> or <c>message</c>.</summary>
    public string? TypingMode { get; init; }

    /// <summary>Answers in blocks.</summary>
    public BlockStreamingConfig BlockStreaming { get; init; } = new();

    /// <summary>Null when the user set none.</summary>
    public HeartbeatConfig? Heartbeat { get; init; }

    /// <summary>Runs at once in the main lane.</summary>
    public int MaxConcurrent { get; init; } = 4;

    /// <summary>Runs at once in the subagent lane.</summary>
    public int SubagentMaxConcurrent { get; init; } = 8;

    /// <summary>Sub-agents.</summary>
    public SubagentsConfig Subagents { get; init; } = new();

    /// <summary>Where tools run.</summary>
    public SandboxConfig Sandbox { get; init; } = new();

    /// <summary>How long conversations are shortened.</summary>
    public CompactionConfig Compaction { get; init; } = new();

    /// <summary>How old tool results are left out.</summary>
    public ContextPruningConfig ContextPruning { get; init; } = new();

    /// <summary>Everything, for what has no property here yet.</summary>
    public JsonObject? Raw { get; init; }

    private static AgentDefaultsConfig Defaults { get; } = new();

    internal static AgentDefaultsConfig Read(ConfigNode node) => new()
    {
        Model = ModelChoice.Read(node, "model"),
        ImageModel = ModelChoice.Read(node, "imageModel"),
        Models = node.Map("models", ModelEntryConfig.Read),
        Workspace = node.Text("workspace"),
        RepoRoot = node.Text("repoRoot"),
        SkipBootstrap = node.Flag("skipBootstrap") ?? Defaults.SkipBootstrap,
        BootstrapMaxChars = node.Whole("bootstrapMaxChars") ?? Defaults.BootstrapMaxChars,
        UserTimezone = node.Text("userTimezone"),
        TimeFormat = node.Text("timeFormat") ?? Defaults.TimeFormat,
        EnvelopeTimezone = node.Text("envelopeTimezone"),
        EnvelopeTimestamp = node.Text("envelopeTimestamp") != "off",
        EnvelopeElapsed = node.Text("envelopeElapsed") != "off",
        ContextTokens = node.Whole("contextTokens"),
        ThinkingDefault = node.Text("thinkingDefault"),
        VerboseDefault = node.Text("verboseDefault"),
        ElevatedDefault = node.Text("elevatedDefault"),
        TimeoutSeconds = node.Whole("timeoutSeconds") ?? Defaults.TimeoutSeconds,
        MediaMaxMb = node.Number("mediaMaxMb") ?? Defaults.MediaMaxMb,
        TypingIntervalSeconds = node.Whole("typingIntervalSeconds") ?? Defaults.TypingIntervalSeconds,
        TypingMode = node.Text("typingMode"),
        BlockStreaming = BlockStreamingConfig.Read(node),
        Heartbeat = node.Section("heartbeat").Object is null ? null : HeartbeatConfig.Read(node.Section("heartbeat")),
        MaxConcurrent = node.Count("maxConcurrent") ?? Defaults.MaxConcurrent,
        SubagentMaxConcurrent = node.Section("subagents").Count("maxConcurrent") ?? Defaults.SubagentMaxConcurrent,
        Subagents = SubagentsConfig.Read(node.Section("subagents")),
        Sandbox = SandboxConfig.Read(node.Section("sandbox")),
        Compaction = CompactionConfig.Read(node.Section("compaction")),
        ContextPruning = ContextPruningConfig.Read(node.Section("contextPruning")),
        Raw = node.Object,
    };
}
