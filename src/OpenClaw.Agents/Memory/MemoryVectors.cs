using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;

namespace OpenClaw.Agents.Memory;

/// <summary>Lets memory compare meanings (spec 09 §11): knows who makes the vectors for an agent. Asks nobody before it is used.</summary>
public sealed class MemoryVectors(EmbeddingSelection selection, ModelProviders providers, TimeProvider time)
{
    /// <summary>Who makes an agent's vectors; or why nobody does.</summary>
    internal (MemoryEmbedder? Embedder, string? Problem) For(string agentId)
    {
        var (api, request, problem) = selection.For(agentId);
        if (problem is not null)
            return (null, problem);
        return providers.EmbeddingsFor(api!) is { } provider
            ? (new MemoryEmbedder(provider, request!, time), null)
            : (null, $"models of the kind \"{api}\" make no vectors");
    }
}
