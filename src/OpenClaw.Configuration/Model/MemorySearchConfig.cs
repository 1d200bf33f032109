using System.Text.Json.Nodes;
using OpenClaw.Configuration.Loading;

namespace OpenClaw.Configuration.Model;

/// <summary><c>agents.defaults.memorySearch</c> with what an agent's own entry changes of it.</summary>
public sealed record MemorySearchConfig
{
    /// <summary>Offer the tools.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Files and folders that are searched besides the workspace's memory, as written.</summary>
    public IReadOnlyList<string> ExtraPaths { get; init; } = [];

    /// <summary>Where meanings are computed; null: automatic.</summary>
    public string? Provider { get; init; }

    /// <summary>Place of the index; <c>{agentId}</c> is filled in; null: <c>&lt;stateDir&gt;/memory/{agentId}.sqlite</c>.</summary>
    public string? StorePath { get; init; }

    /// <summary>Size of a chunk in tokens of about four characters.</summary>
    public int ChunkTokens { get; init; } = 400;

    /// <summary>Tokens that two neighbouring chunks share.</summary>
    public int ChunkOverlap { get; init; } = 80;

    /// <summary>Results when nobody asks for a number.</summary>
    public int MaxResults { get; init; } = 6;

    /// <summary>Results below this score are left out.</summary>
    public double MinScore { get; init; } = 0.35;

    /// <summary>Compare words too where meanings are compared.</summary>
    public bool Hybrid { get; init; } = true;

    /// <summary>Share of the score that nearness of meaning has.</summary>
    public double VectorWeight { get; init; } = 0.7;

    /// <summary>Share of the score that words have.</summary>
    public double TextWeight { get; init; } = 0.3;

    /// <summary>Places that words may name for each result wanted.</summary>
    public int CandidateMultiplier { get; init; } = 4;

    /// <summary>Vectors that are remembered when the text they are of is gone from the index; null: none.</summary>
    public long? CachedVectors { get; init; } = 50_000;

    private static MemorySearchConfig Defaults { get; } = new();

    /// <summary>What holds for an agent.</summary>
    /// <param name="config">The whole configuration.</param>
    /// <param name="agent">The agent's entry; null when it has none.</param>
    public static MemorySearchConfig For(OpenClawConfig config, AgentConfig? agent)
    {
        ArgumentNullException.ThrowIfNull(config);
        var (shared, own) = (config.Agents.Defaults.Raw?["memorySearch"], agent?.Raw?["memorySearch"]);
        return Read(new ConfigNode(own is JsonObject ? DeepMerge.Over(shared, own) : shared));
    }

    private static MemorySearchConfig Read(ConfigNode node) => new()
    {
        Enabled = node.Flag("enabled") ?? Defaults.Enabled,
        ExtraPaths = node.Texts("extraPaths") ?? [],
        Provider = node.Text("provider"),
        StorePath = node.Section("store").Text("path"),
        ChunkTokens = node.Section("chunking").Count("tokens") ?? Defaults.ChunkTokens,
        ChunkOverlap = node.Section("chunking").Count("overlap") ?? Defaults.ChunkOverlap,
        MaxResults = node.Section("query").Count("maxResults") ?? Defaults.MaxResults,
        MinScore = node.Section("query").Number("minScore") ?? Defaults.MinScore,
        Hybrid = node.Section("query").Section("hybrid").Flag("enabled") ?? Defaults.Hybrid,
        VectorWeight = node.Section("query").Section("hybrid").Number("vectorWeight") ?? Defaults.VectorWeight,
        TextWeight = node.Section("query").Section("hybrid").Number("textWeight") ?? Defaults.TextWeight,
        CandidateMultiplier = Math.Clamp(node.Section("query").Section("hybrid").Count("candidateMultiplier") ?? Defaults.CandidateMultiplier, 1, 20),
        CachedVectors = node.Section("cache").Flag("enabled") == false ? null : node.Section("cache").Whole("maxEntries") ?? Defaults.CachedVectors,
    };
}
