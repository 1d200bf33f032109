using OpenClaw.Agents.Credentials;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Models;

/// <summary>Lays out which models and credentials a run may use: the requested model, its fallbacks, the configured primary (spec 08 §14).</summary>
public sealed class ModelRouter(AgentDirectory agents, ModelSelection selection, ModelCatalog catalog, ApiKeys keys, TimeProvider time)
{
    /// <summary>The route of a run; null with the reason when nothing can be called.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="session">Its session, for the choice made there.</param>
    /// <param name="wanted">A model for this run only.</param>
    /// <param name="ct">Ends the search.</param>
    /// <param name="use">What the run is for.</param>
    public async Task<(ModelRoute? Route, string? Problem)> RouteAsync(
        string agentId, StoredSession? session, ModelRef? wanted, CancellationToken ct, ModelUse use = ModelUse.Chat)
    {
        var requested = wanted ?? await selection.WantedAsync(agentId, session, use, ct).ConfigureAwait(false);
        return Lay(agentId, [requested, .. selection.Fallbacks(agentId), selection.Default(agentId)], SessionPin.Of(session));
    }

    /// <summary>The route for looking at pictures; null with the reason when no model can (<c>agents.defaults.imageModel</c>).</summary>
    public (ModelRoute? Route, string? Problem) ImageRoute(string agentId)
    {
        var models = selection.ImageModels(agentId);
        return models.Count > 0
            ? Lay(agentId, models, null)
            : (null, "no model that sees pictures is at hand; set agents.defaults.imageModel.primary");
    }

    private (ModelRoute? Route, string? Problem) Lay(string agentId, IEnumerable<ModelRef> models, SessionPin? pin)
    {
        var candidates = new List<ModelCandidate>();
        ModelCandidate? resting = null;
        string? problem = null;
        foreach (var reference in models.Distinct())
        {
            if (catalog.Resolve(reference) is not { } model)
            {
                problem ??= $"unknown model: {reference} (agents.defaults.model.primary; its provider must be listed under models.providers)";
                continue;
            }

            var (all, missing) = keys.ForCalls(agentId, model);
            problem ??= missing;
            var own = Pinned(all, pin);
            candidates.AddRange(own.Where(one => one.RestingUntil is null).Select(one => new ModelCandidate(model, one.Key)));
            resting ??= own.Count > 0 ? new ModelCandidate(model, own[0].Key) : null;
        }

        // When everything rests, one try costs less than no answer.
        if (candidates.Count == 0 && resting is not null)
            candidates.Add(resting);
        return candidates.Count > 0
            ? (new ModelRoute(candidates, new CredentialLog(agents, keys.Profiles, agentId, time), pin), null)
            : (null, problem ?? "no model is configured");
    }

    private static IReadOnlyList<(ApiKey? Key, DateTimeOffset? RestingUntil)> Pinned(
        IReadOnlyList<(ApiKey? Key, DateTimeOffset? RestingUntil)> all, SessionPin? pin)
    {
        if (pin is null || !all.Any(one => one.Key?.ProfileId == pin.ProfileId))
            return all;
        var first = all.Where(one => one.Key?.ProfileId == pin.ProfileId);
        return pin.IsOfUser ? [.. first.Select(static one => (one.Key, (DateTimeOffset?)null))] : [.. first, .. all.Where(one => one.Key?.ProfileId != pin.ProfileId)];
    }
}
