using OpenClaw.Agents.Credentials;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Models;

/// <summary>Lays out which models and credentials a run may use.</summary>
public sealed class ModelRouter(ModelSelection selection, ModelCatalog catalog, ApiKeys keys)
{
    /// <summary>The route of a run; null with the reason when nothing can be called.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="session">Its session, for the choice made there.</param>
    /// <param name="wanted">A model for this run only.</param>
    /// <param name="ct">Ends the search.</param>
    public async Task<(ModelRoute? Route, string? Problem)> RouteAsync(string agentId, StoredSession? session, ModelRef? wanted, CancellationToken ct)
    {
        var (model, problem) = wanted is { } one
            ? (catalog.Resolve(one), $"unknown model: {one} (its provider must be listed under models.providers)")
            : await selection.ForRunAsync(agentId, session, ct).ConfigureAwait(false);
        if (model is null)
            return (null, problem);
        var (key, noKey) = keys.ForCall(agentId, model);
        return noKey is null ? (new ModelRoute(new ModelCandidate(model, key)), null) : (null, noKey);
    }
}
