namespace OpenClaw.Agents.Providers;

/// <summary>Turns texts into vectors, in one wire format.</summary>
public interface IEmbeddingProvider
{
    /// <summary>
    /// One vector for each text, in their order. Failures are values; the only exception is <see cref="OperationCanceledException"/>. What
    /// passes by itself is tried three times.
    /// </summary>
    Task<EmbeddingAnswer> EmbedAsync(EmbeddingRequest request, CancellationToken ct);
}
