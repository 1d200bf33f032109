namespace OpenClaw.Configuration.Model;

/// <summary>Price of a model in dollars per million tokens.</summary>
public sealed record ModelCostConfig
{
    /// <summary>Tokens in.</summary>
    public double Input { get; init; }

    /// <summary>Tokens out.</summary>
    public double Output { get; init; }

    /// <summary>Tokens read from the cache.</summary>
    public double CacheRead { get; init; }

    /// <summary>Tokens written to the cache.</summary>
    public double CacheWrite { get; init; }

    private static ModelCostConfig Defaults { get; } = new();

    internal static ModelCostConfig Read(ConfigNode node) => new()
    {
        Input = node.Number("input") ?? Defaults.Input,
        Output = node.Number("output") ?? Defaults.Output,
        CacheRead = node.Number("cacheRead") ?? Defaults.CacheRead,
        CacheWrite = node.Number("cacheWrite") ?? Defaults.CacheWrite,
    };
}
