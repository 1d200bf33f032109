using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Tools;
using OpenClaw.Channels.Catalog;

namespace OpenClaw.Gateway.Tools.Sessions;

/// <summary>
/// What follows a message from one session to another (spec 08 §20): the two may answer each other a few times, then the addressed one may
/// tell the people of its own conversation. Every step is a run on the lane <c>nested</c>, with the scopes of whoever began it.
/// </summary>
internal sealed class AgentTalks(AgentRunner runner, SessionStore store, FinalReplies delivery, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    private const int MaxTalks = 100;
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, Task> _talks = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>A step: a run in one of the sessions.</summary>
    public static RunRequest Request(RunCaller caller, string key, string message, string context) => new()
    {
        RunId = Guid.NewGuid().ToString(),
        SessionKey = key,
        CallerKey = key,
        Caller = caller with { Origin = RunOrigin.Agent },
        Message = message,
        Lane = RunLanes.Nested,
        ExtraSystemPrompt = context,
    };

    /// <summary>Lets the exchange go on in the background. Too many at once: it ends with the answer that was given.</summary>
    /// <param name="scene">Who sent the message.</param>
    /// <param name="target">The session it was sent to.</param>
    /// <param name="first">The run that answers it.</param>
    /// <param name="mayAnswer">Whether the two may answer each other.</param>
    public void Follow(ToolScene scene, string target, AgentRun first, bool mayAnswer)
    {
        if (_talks.Count >= MaxTalks)
            return;
        var id = first.Request.RunId;
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _talks[id] = RunAsync();
        held.SetResult();

        async Task RunAsync()
        {
            await held.Task.ConfigureAwait(false);
            try
            {
                await TalkAsync(scene, target, first, mayAnswer, _stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            finally
            {
                _talks.TryRemove(id, out _);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        Task all = Task.WhenAll(_talks.Values);
        await all.WaitAsync(s_stopTimeout, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task TalkAsync(ToolScene scene, string target, AgentRun first, bool mayAnswer, CancellationToken ct)
    {
        var answer = await first.Completion.WaitAsync(ct).ConfigureAwait(false);
        if (answer.Status != RunStatus.Completed || answer.Text.Length == 0)
            return;
        var reply = mayAnswer ? await ExchangeAsync(scene, target, answer.Text, ct).ConfigureAwait(false) : answer.Text;
        if (reply is null || Route(target) is not { } route)
            return;
        var said = await StepAsync(
            scene.Caller, target, AgentTalkTexts.Announce,
            AgentTalkTexts.Announcement(scene.SessionKey, first.Request.Message, answer.Text, reply), ct).ConfigureAwait(false);
        if (said is not { } last || IsWord(last.Text, AgentTalkTexts.NoAnnouncement))
            return;
        var receipt = await delivery.SendAsync(last.RunId, route, new ReplyPayload { Text = last.Text }, ct).ConfigureAwait(false);
        if (!receipt.Ok)
            ToolLog.NotAnnounced(logger, target, receipt.Error ?? "the channel did not take it");
    }

    /// <summary>The last thing said; null when a step failed.</summary>
    private async Task<string?> ExchangeAsync(ToolScene scene, string target, string reply, CancellationToken ct)
    {
        var most = store.Agents.Config.Session.MaxPingPongTurns;
        var (me, other) = (scene.SessionKey, target);
        for (var turn = 1; turn <= most && store.Find(me) is not null; turn++)
        {
            var said = await StepAsync(scene.Caller, me, reply, AgentTalkTexts.Turn(me, other, turn, most), ct).ConfigureAwait(false);
            if (said is not { } step)
                return null;
            if (step.Text.Length == 0 || IsWord(step.Text, AgentTalkTexts.NoReply))
                break;
            reply = step.Text;
            (me, other) = (other, me);
        }

        return reply;
    }

    /// <summary>The run and what it said; null when it failed.</summary>
    private async Task<(string RunId, string Text)?> StepAsync(RunCaller caller, string key, string message, string context, CancellationToken ct)
    {
        if (runner.Reserve(Request(caller, key, message, context)) is not { } run)
            return null;
        runner.Begin(run);
        var outcome = await run.Completion.WaitAsync(ct).ConfigureAwait(false);
        return outcome.Status == RunStatus.Completed ? (run.Request.RunId, outcome.Text.Trim()) : null;
    }

    private static bool IsWord(string text, string word) => text.Trim().Equals(word, StringComparison.Ordinal);

    /// <summary>Where the people of a session are; null when they are clients of the gateway, who see the session itself.</summary>
    private DeliveryTarget? Route(string key) => store.Find(key) is { } entry && entry.Text("lastChannel") is { } channel && channel != ChannelCatalog.WebChat
        ? new DeliveryTarget(channel, entry.Text("lastTo"), entry.Text("lastAccountId"), entry.Text("lastThreadId"))
        : null;
}
