using System.Globalization;
using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Replies;

/// <summary>The line under a reply that says what it took (spec 08 §17).</summary>
public static class UsageFooter
{
    /// <summary>Tokens alone, or with the cost; null when the level is off or nothing is known.</summary>
    /// <param name="level"><c>off</c>, <c>tokens</c> or <c>full</c>; <c>on</c> of older releases is <c>tokens</c>.</param>
    /// <param name="usage">What the run took.</param>
    /// <param name="dollars">What that costs; null when the model has no price.</param>
    public static string? Of(string? level, TokenUsage? usage, double? dollars)
    {
        if (usage is not { } tokens || level is not ("on" or "tokens" or "full"))
            return null;
        var line = $"Usage: {Count(tokens.Input)} in / {Count(tokens.Output)} out";
        return level == "full" && dollars is { } cost ? $"{line} · est {Money(cost)}" : line;
    }

    /// <summary>950, 12k, 1.2m.</summary>
    public static string Count(long tokens) => tokens switch
    {
        < 1000 => tokens.ToString(CultureInfo.InvariantCulture),
        < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{tokens / 1000.0:0.#}k"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{tokens / 1000.0:0}k"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{tokens / 1_000_000.0:0.#}m"),
    };

    /// <summary>Two digits from a cent on, four below.</summary>
    public static string Money(double dollars) => dollars >= 0.01
        ? string.Create(CultureInfo.InvariantCulture, $"${dollars:0.00}")
        : string.Create(CultureInfo.InvariantCulture, $"${dollars:0.0000}");
}
