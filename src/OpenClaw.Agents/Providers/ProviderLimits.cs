namespace OpenClaw.Agents.Providers;

/// <summary>Bounds on what a model server may send.</summary>
/// <param name="MaxAnswerBytes">Whole streamed answer.</param>
/// <param name="MaxLineBytes">One line of it.</param>
/// <param name="MaxErrorBytes">How much of an error body is read.</param>
public sealed record ProviderLimits(
    long MaxAnswerBytes = 64 * 1024 * 1024, int MaxLineBytes = 4 * 1024 * 1024, int MaxErrorBytes = 64 * 1024);
