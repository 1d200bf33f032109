using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Models;

/// <summary>Dollars: as a price, per million tokens of each kind; as a bill, what the tokens came to.</summary>
public readonly record struct ModelCost(double Input, double Output, double CacheRead, double CacheWrite)
{
    private const double Million = 1_000_000;

    /// <summary>What this usage comes to at these prices (spec 08 §16.4).</summary>
    public ModelCost Of(TokenUsage usage) => new(
        usage.Input * Input / Million,
        usage.Output * Output / Million,
        usage.CacheRead * CacheRead / Million,
        usage.CacheWrite * CacheWrite / Million);
}
