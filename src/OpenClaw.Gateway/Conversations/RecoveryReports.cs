using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Runs.Recovery;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.SystemEvents;
using OpenClaw.Channels.Catalog;

namespace OpenClaw.Gateway.Conversations;

/// <summary>
/// Passes on, over messaging channels, what became of runs that the last gateway left unfinished: that they were, and what those said that
/// were begun anew. Channels need a moment after a start, so each is tried a few times, in the background.
/// </summary>
internal sealed class RecoveryReports(SessionStore sessions, SystemEventQueue notes, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    private const int MaxNote = 2000;
    private static readonly TimeSpan[] s_pauses = [TimeSpan.Zero, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60)];
    private static readonly TimeSpan s_sendLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(2);

    private readonly List<Task> _reports = [];
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Sends; null: nothing goes out. Set while the gateway is composed.</summary>
    public FinalReplies? Replies { get; set; }

    /// <summary>A run was not finished, and its session was told so with this text.</summary>
    public void Told(UnfinishedRun run, string text)
    {
        if ((TargetOf(run) ?? SessionRoute.Of(sessions.Find(run.SessionKey))) is not { } target)
            return;
        Hold(async ct =>
        {
            if (await SendAsync(run.RunId, target, text, ct).ConfigureAwait(false) is { } problem)
                ConversationLog.RecoveryNotSent(logger, run.RunId, target.Channel, problem);
        });
    }

    /// <summary>A run was begun anew. A job's or hook's answer goes to where it was to go; else its owner's session hears of it.</summary>
    public void Repeated(UnfinishedRun run, AgentRun again)
    {
        if (run.Origin is not (RunOrigin.Cron or RunOrigin.Hook))
            return;
        Hold(async ct =>
        {
            var outcome = await again.Completion.WaitAsync(ct).ConfigureAwait(false);
            if (outcome.Status != RunStatus.Completed || outcome.Text.Length == 0)
                return;
            if (TargetOf(run) is { } target)
            {
                if (await SendAsync(run.RunId, target, outcome.Text, ct).ConfigureAwait(false) is not { } problem)
                    return;
                ConversationLog.RecoveryNotSent(logger, run.RunId, target.Channel, problem);
            }

            var text = outcome.Text.Length > MaxNote ? outcome.Text[..MaxNote] : outcome.Text;
            notes.Enqueue(SessionKeys.ForMain(sessions.AgentOf(run.SessionKey), sessions.Agents.KeyRules), $"{run.Origin}, done again after a restart: {text}");
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        Task all;
        lock (_reports)
            all = Task.WhenAll([.. _reports]);
        await all.WaitAsync(s_stopTimeout, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static DeliveryTarget? TargetOf(UnfinishedRun run) => run.Channel is null or ChannelCatalog.WebChat
        ? null
        : new DeliveryTarget(run.Channel, run.To, run.AccountId, run.ThreadId);

    /// <summary>Null when it was sent; otherwise why it was not.</summary>
    private async Task<string?> SendAsync(string runId, DeliveryTarget target, string text, CancellationToken ct)
    {
        var problem = "nothing here can send";
        if (Replies is not { } replies)
            return problem;
        foreach (var pause in s_pauses)
        {
            await Task.Delay(pause, time, ct).ConfigureAwait(false);
            try
            {
                var receipt = await replies.SendAsync(runId, target, new ReplyPayload { Text = text }, ct).WaitAsync(s_sendLimit, time, ct).ConfigureAwait(false);
                if (receipt.Ok)
                    return null;
                problem = receipt.Error ?? "the channel did not take it";
            }
            catch (TimeoutException)
            {
                // It may have arrived: sending it again could say it twice.
                return "the channel did not answer in time";
            }
        }

        return problem;
    }

    private void Hold(Func<CancellationToken, Task> report)
    {
        lock (_reports)
            _reports.Add(RunAsync());

        async Task RunAsync()
        {
            await Task.Yield();
            try
            {
                await report(_stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
