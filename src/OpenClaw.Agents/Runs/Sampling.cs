namespace OpenClaw.Agents.Runs;

/// <summary>How a model is to choose its words; null members leave it to the provider.</summary>
/// <param name="MaxTokens">Longest answer.</param>
/// <param name="Temperature">0 to 2.</param>
/// <param name="TopP">0 to 1.</param>
/// <param name="Stop">Texts that end the answer.</param>
/// <param name="Seed">For repeatable answers.</param>
/// <param name="FrequencyPenalty">-2 to 2.</param>
/// <param name="PresencePenalty">-2 to 2.</param>
public sealed record Sampling(
    long? MaxTokens = null,
    double? Temperature = null,
    double? TopP = null,
    IReadOnlyList<string>? Stop = null,
    long? Seed = null,
    double? FrequencyPenalty = null,
    double? PresencePenalty = null);
