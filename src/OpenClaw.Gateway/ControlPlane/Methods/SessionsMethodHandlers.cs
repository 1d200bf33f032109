using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;
using OpenClaw.Gateway.Conversations;
using OpenClaw.Gateway.Conversations.Inbound;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>sessions.*</c> (spec 02 §6).</summary>
internal sealed class SessionsMethodHandlers(
    SessionAccess access, SessionStore store, SessionList list, SessionPreviews previews, SessionPatcher patcher, SessionLife life, AgentRunner runner, InboundParts inbound)
{
    private const long DefaultLines = 400;
    private static readonly TimeSpan s_stopWait = TimeSpan.FromSeconds(15);

    public void Register(MethodTable table)
    {
        table.Add(SessionsMethods.List, (_, parameters, _) => ValueTask.FromResult<Reply<SessionsListResult>>(list.Query(parameters)));
        table.Add(SessionsMethods.Preview, (_, parameters, _) => ValueTask.FromResult<Reply<SessionsPreviewResult>>(previews.Query(parameters)));
        table.Add(SessionsMethods.Resolve, Resolve);
        table.Add(SessionsMethods.Patch, PatchAsync);
        table.Add(SessionsMethods.Reset, ResetAsync);
        table.Add(SessionsMethods.Delete, DeleteAsync);
        table.Add(SessionsMethods.Compact, CompactAsync);
    }

    private ValueTask<Reply<SessionsResolveResult>> Resolve(MethodContext context, SessionsResolveParams parameters, CancellationToken ct)
    {
        var (key, problem) = list.Resolve(parameters);
        return ValueTask.FromResult<Reply<SessionsResolveResult>>(
            key is null ? GatewayError.Invalid(problem!) : new SessionsResolveResult { Ok = true, Key = key });
    }

    private async ValueTask<Reply<SessionsPatchResult>> PatchAsync(MethodContext context, SessionsPatchParams parameters, CancellationToken ct)
    {
        var (key, unknown) = access.Resolve("sessions.patch", parameters.Key);
        if (unknown is not null)
            return unknown;
        var (entry, problem) = await patcher.ApplyAsync(key, parameters, ct).ConfigureAwait(false);
        return entry is null
            ? GatewayError.Invalid(problem!)
            : new SessionsPatchResult { Ok = true, Path = store.StorePath(key), Key = key, Entry = SessionAccess.Wire(entry) };
    }

    private async ValueTask<Reply<SessionsResetResult>> ResetAsync(MethodContext context, SessionsResetParams parameters, CancellationToken ct)
    {
        var (key, unknown) = access.Resolve("sessions.reset", parameters.Key);
        if (unknown is not null)
            return unknown;
        inbound.Stops.StopSubagents(key);
        var entry = await life.ResetAsync(key, ct).ConfigureAwait(false);
        return new SessionsResetResult { Ok = true, Key = key, Entry = SessionAccess.Wire(entry) };
    }

    private async ValueTask<Reply<SessionsDeleteResult>> DeleteAsync(MethodContext context, SessionsDeleteParams parameters, CancellationToken ct)
    {
        var (key, unknown) = access.Resolve("sessions.delete", parameters.Key);
        if (unknown is not null)
            return unknown;
        var main = SessionKeys.ForMain(store.Agents.DefaultId, store.Agents.KeyRules);
        if (key == main)
            return GatewayError.Invalid($"Cannot delete the main session ({main}).");
        if (!await StopRunsAsync(key, context.Time, ct).ConfigureAwait(false))
            return GatewayError.Unavailable($"Session {key} is still active; try again in a moment.");
        var (deleted, archived) = await life.DeleteAsync(key, parameters.DeleteTranscript ?? true, ct).ConfigureAwait(false);
        return new SessionsDeleteResult { Ok = true, Key = key, Deleted = deleted, Archived = archived };
    }

    private async ValueTask<Reply<SessionsCompactResult>> CompactAsync(MethodContext context, SessionsCompactParams parameters, CancellationToken ct)
    {
        var (key, unknown) = access.Resolve("sessions.compact", parameters.Key);
        if (unknown is not null)
            return unknown;
        var (reason, archived, kept) = await life.CompactAsync(key, (int)Math.Min(parameters.MaxLines ?? DefaultLines, int.MaxValue), ct).ConfigureAwait(false);
        return new SessionsCompactResult
        {
            Ok = true,
            Key = key,
            Compacted = archived is not null,
            Reason = reason,
            Archived = archived,
            Kept = reason is null ? kept : null,
        };
    }

    private async Task<bool> StopRunsAsync(string key, TimeProvider time, CancellationToken ct)
    {
        inbound.Desk.StopAll(key, "rpc");
        inbound.Stops.StopSubagents(key);
        var runs = runner.Of(key);
        foreach (var run in runs)
            run.Abort("rpc");
        try
        {
            await Task.WhenAll(runs.Select(static run => run.Completion)).WaitAsync(s_stopWait, time, ct).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
