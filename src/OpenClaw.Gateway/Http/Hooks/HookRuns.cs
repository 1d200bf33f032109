using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Cron;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Prompts;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.SystemEvents;
using OpenClaw.Gateway.Automation;

namespace OpenClaw.Gateway.Http.Hooks;

/// <summary>Carries out what hooks ask for: at once for a wake, in the background for a turn (spec 06 §5.3).</summary>
internal sealed class HookRuns(
    AgentDirectory agents, SystemEventQueue notes, IHeartbeatWake heartbeats, Wakes wakes, IsolatedTurns turns, ILogger logger) : IAsyncDisposable
{
    // Callers are answered before their turn comes, so only this keeps a flood from filling the memory.
    private const int MaxRuns = 200;
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, Task> _runs = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Carries it out, or promises to.</summary>
    public HookAnswer Take(HookOrder order)
    {
        if (order.IsWake)
        {
            wakes.Give(order.IsTrusted ? order.Text : ExternalContent.Enclose(order.Source, order.Text), order.Now, "hook:wake");
            return HookAnswer.Woken(order.Now ? "now" : "next-heartbeat");
        }

        var jobId = Guid.NewGuid().ToString();
        lock (_runs)
        {
            if (_stop.IsCancellationRequested || _runs.Count >= MaxRuns)
                return HookAnswer.Fail(503, "too many hook runs are waiting; try again later");
            _runs[jobId] = Task.Run(() => RunToEndAsync(jobId, order));
        }

        return HookAnswer.Accepted(jobId);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task running;
        lock (_runs)
        {
            if (_stop.IsCancellationRequested)
                return;
            _stop.Cancel();
            running = Task.WhenAll(_runs.Values.ToList());
        }

        await running.WaitAsync(s_stopTimeout).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RunToEndAsync(string jobId, HookOrder order)
    {
        try
        {
            await RunAsync(jobId, order).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            HookLog.Ended(logger, jobId, "cut off", "the gateway is stopping");
        }
        catch (Exception fault)
        {
            HookLog.Fault(logger, fault, jobId);
        }
        finally
        {
            lock (_runs)
                _runs.Remove(jobId);
        }
    }

    private async Task RunAsync(string jobId, HookOrder order)
    {
        var agentId = agents.DefaultId;
        var result = await turns.RunAsync(
            new IsolatedTurn
            {
                AgentId = agentId,
                SessionKey = SessionOf(agentId, order.SessionKey),
                JobId = jobId,
                Name = order.Name,
                Message = order.Text,
                Outside = order.IsTrusted ? null : order.Source,
                Caller = RunCaller.Hook,
                Model = order.Model,
                Thinking = order.Thinking,
                TimeoutSeconds = order.TimeoutSeconds,
                Deliver = order.Deliver ?? true,
                Channel = order.Channel,
                To = order.To,
                BestEffort = order.Deliver is null,
            },
            _stop.Token).ConfigureAwait(false);
        HookLog.Ended(logger, jobId, result.Status, result.Error ?? "no error");
        if (result.Note($"Hook {order.Name}") is not { } note)
            return;
        var main = SessionKeys.ForMain(agentId, agents.KeyRules);
        notes.Enqueue(main, note);
        if (order.Now)
            heartbeats.Request($"hook:{jobId}", main);
    }

    // A caller may choose a session among its own, never the one its owner talks in: a turn from outside starts it anew.
    private string SessionOf(string agentId, string? wanted)
    {
        var rest = string.IsNullOrWhiteSpace(wanted) ? $"hook:{Guid.NewGuid()}" : wanted.Trim();
        return agents.KeyRules.IsMainWord(rest) || rest is SessionKeys.Global or SessionKeys.Unknown || rest.StartsWith("agent:", StringComparison.OrdinalIgnoreCase)
            ? SessionKeys.Of(agentId, $"hook:{rest}")
            : SessionKeys.Of(agentId, rest);
    }
}
