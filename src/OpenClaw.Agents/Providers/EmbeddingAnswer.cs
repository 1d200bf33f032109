namespace OpenClaw.Agents.Providers;

/// <summary>The vectors, or why there are none.</summary>
/// <param name="Vectors">One for each text, in their order; empty when it failed.</param>
/// <param name="InputTokens">Tokens of the texts; 0 when the server told none.</param>
/// <param name="Error">Null when it worked.</param>
public sealed record EmbeddingAnswer(IReadOnlyList<float[]> Vectors, long InputTokens, ModelError? Error);
