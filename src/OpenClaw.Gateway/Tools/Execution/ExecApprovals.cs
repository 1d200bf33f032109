using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OpenClaw.Gateway.ControlPlane.Approvals;
using OpenClaw.Nodes.Approvals;
using OpenClaw.Nodes.Execution;

namespace OpenClaw.Gateway.Tools.Execution;

/// <summary>
/// Commands that wait for a person. Each wait goes on after the tool has answered; what comes of it is told to the session. Disposing waits
/// until every one has ended.
/// </summary>
internal sealed class ExecApprovals(
    ExecApprovalDesk desk, ApprovalsStore store, ExecRunner runner, ExecNotices notices, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Task> _waits = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Asks; or says why nobody can be asked.</summary>
    public (PendingApproval? Pending, string? Problem) Ask(ExecPlan plan)
    {
        var (pending, problem) = desk.Open(plan.Subject, id: null, ExecApprovalDesk.DefaultTimeout);
        if (pending is null)
            return (null, problem);
        ExecLog.Waiting(logger, plan.Scene.AgentId, pending.Id);
        _waits[pending.Id] = FollowAsync(plan, pending);
        return (pending, null);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_waits.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task FollowAsync(ExecPlan plan, PendingApproval pending)
    {
        try
        {
            var outcome = await pending.Outcome.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            ExecLog.Decided(logger, pending.Id, outcome.Decision ?? (outcome.Dropped ? "stop" : "timeout"));
            if (outcome.Dropped)
                return;
            if (Refusal(plan, outcome) is { } why)
                notices.Tell(plan.Scene.SessionKey, $"Exec denied ({pending.Slug}, {why}): {plan.Shown}");
            else
                await RunAsync(plan, pending, outcome).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The gateway stops; its processes are ended elsewhere.
            return;
        }
        finally
        {
            _waits.TryRemove(pending.Id, out _);
        }
    }

    private static string? Refusal(ExecPlan plan, ApprovalOutcome outcome) => outcome.Decision switch
    {
        ApprovalDecision.AllowOnce or ApprovalDecision.AllowAlways => null,
        ApprovalDecision.Deny => "refused by the owner",
        _ => plan.Judgement.RunsUnanswered ? null : "nobody answered in time",
    };

    private async Task RunAsync(ExecPlan plan, PendingApproval pending, ApprovalOutcome outcome)
    {
        if (outcome.Decision == ApprovalDecision.AllowAlways)
            await RememberAsync(plan).ConfigureAwait(false);
        var (session, problem) = runner.Start(plan, tellEnd: false);
        if (session is null)
        {
            notices.Tell(plan.Scene.SessionKey, $"Exec denied ({pending.Slug}, {problem}): {plan.Shown}");
            return;
        }

        session.Background();
        await runner.NoteUseAsync(plan, _stop.Token).ConfigureAwait(false);
        var notice = plan.Settings.RunningNotice;
        if (notice > TimeSpan.Zero && !await EndsWithinAsync(session, notice).ConfigureAwait(false))
            notices.Tell(plan.Scene.SessionKey, $"Exec running ({pending.Slug}, session {session.Id}): {plan.Shown}");
        await session.Completion.WaitAsync(_stop.Token).ConfigureAwait(false);
        notices.Tell(
            plan.Scene.SessionKey,
            $"Exec finished ({pending.Slug}, session {session.Id}, {ExecNotices.How(session)}){ExecNotices.Tail(session.Output)}");
    }

    private async Task<bool> EndsWithinAsync(ProcessSession session, TimeSpan limit)
    {
        try
        {
            await session.Completion.WaitAsync(limit, time, _stop.Token).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task RememberAsync(ExecPlan plan)
    {
        // Executables that only start others stay off the list: an entry for them would mean everything.
        var paths = plan.Judgement.Check.Commands.Where(static command => command.CanBeListed).Select(static command => command.Path!);
        try
        {
            await store.AllowAsync(plan.Scene.AgentId, paths, _stop.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TimeoutException)
        {
            ExecLog.NotStored(logger, "exec-approvals.json", e.Message);
        }
    }
}
