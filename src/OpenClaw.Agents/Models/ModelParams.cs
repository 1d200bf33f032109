using System.Text.Json.Nodes;

namespace OpenClaw.Agents.Models;

/// <summary>What the configuration adds to requests to one model (<c>agents.defaults.models.*.params</c>).</summary>
/// <param name="Temperature">Null: the provider's.</param>
/// <param name="MaxTokens">Longest answer; null: the model's.</param>
/// <param name="CacheControlTtl"><c>5m</c> or <c>1h</c>: how long Anthropic keeps the cached beginning; null: its default of 5 minutes.</param>
public sealed record ModelParams(double? Temperature = null, long? MaxTokens = null, string? CacheControlTtl = null)
{
    internal static ModelParams Read(JsonObject? json) => new(
        Number(json?["temperature"]),
        Number(json?["maxTokens"]) is { } max and >= 1 and < 1e12 ? (long)max : null,
        json?["cacheControlTtl"] is JsonValue value && value.TryGetValue<string>(out var ttl) && ttl is "5m" or "1h" ? ttl : null);

    private static double? Number(JsonNode? node) =>
        node is not JsonValue value ? null
        : value.TryGetValue<double>(out var number) ? number
        : value.TryGetValue<long>(out var whole) ? whole
        : value.TryGetValue<int>(out var small) ? small : null;
}
