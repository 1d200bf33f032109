using OpenClaw.Agents.Models;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Context;

/// <summary>Shortens a session's conversation because somebody asks for it (<c>/compact</c>, spec 08 §13.1).</summary>
public sealed class SessionCompaction(Compactor compactor, SessionStore store, ModelRouter router, ModelSelection selection)
{
    /// <summary>
    /// Compacts with the session's own model. The caller has stopped what was running in the session and stands in its lane.
    /// </summary>
    /// <param name="canonicalKey">The session.</param>
    /// <param name="instructions">What the summary should pay attention to; null when nothing was said.</param>
    /// <param name="ct">Ends the model calls; then the transcript is as it was.</param>
    public async Task<CompactionResult> CompactAsync(string canonicalKey, string? instructions, CancellationToken ct)
    {
        if (store.Find(canonicalKey) is not { SessionId: { } id } session || store.Transcript(canonicalKey, session) is not { Exists: true } transcript)
            return new CompactionResult("there is no conversation yet", 0, 0, 0, 0);
        var (route, problem) = await router.RouteAsync(store.AgentOf(canonicalKey), session, wanted: null, ct).ConfigureAwait(false);
        if (route is null)
            return new CompactionResult(problem, session.Number("totalTokens") ?? 0, session.Number("totalTokens") ?? 0, session.Number("contextTokens") ?? 0, 0);
        var window = selection.ContextTokens(route.Current.Model);
        return await compactor.RunAsync(
            new CompactionOrder(canonicalKey, id, transcript, route.Current, window, instructions), ct).ConfigureAwait(false);
    }
}
