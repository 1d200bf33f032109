using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Identity.Routing;
using OpenClaw.Agents.Lanes;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Gateway.Tools.Messaging;

/// <summary>
/// Notes in a session what was sent to its people from outside of it (spec 08 §5), so that the agent knows of it when they answer. It is
/// written when the session's lane is free: never between a tool call and its result.
/// </summary>
internal sealed class DeliveryMirror(SessionStore store, LaneScheduler lanes, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    private const int MaxWaiting = 200;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<Guid, Task> _writing = new();
    private readonly CancellationTokenSource _stop = new();

    /// <summary>The session of the people at a target.</summary>
    public string KeyOf(string agentId, DeliveryTarget target)
    {
        var to = target.To ?? string.Empty;
        if (!SessionKeys.LooksLikeGroup(to) && !to.StartsWith('-'))
            return store.Canonical(PeerKeys.Of(store.Agents.Config, agentId, target.Channel, target.AccountId, "direct", to));
        return target.ThreadId is { } thread && target.Channel == "telegram"
            ? SessionKeys.Topic(agentId, to, thread)
            : SessionKeys.Group(agentId, target.Channel, to);
    }

    /// <summary>Notes it, when the session is at rest.</summary>
    /// <param name="key">Canonical key of the session.</param>
    /// <param name="text">What was sent.</param>
    public void Note(string key, string text)
    {
        if (_writing.Count >= MaxWaiting)
        {
            ToolLog.NotMirrored(logger, key, "too much is waiting to be noted");
            return;
        }

        var id = Guid.NewGuid();
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _writing[id] = RunAsync();
        held.SetResult();

        async Task RunAsync()
        {
            await held.Task.ConfigureAwait(false);
            try
            {
                await WriteAsync(key, text).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                ToolLog.NotMirrored(logger, key, "the session was busy until the end");
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or TimeoutException)
            {
                ToolLog.NotMirrored(logger, key, problem.Message);
            }
            finally
            {
                _writing.TryRemove(id, out _);
            }
        }
    }

    /// <summary>Completes when everything that is to be noted now has been.</summary>
    internal Task SettledAsync() => Task.WhenAll(_writing.Values);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        Task all = Task.WhenAll(_writing.Values);
        await all.WaitAsync(s_stopTimeout, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task WriteAsync(string key, string text)
    {
        using var limit = new CancellationTokenSource(s_patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stop.Token);
        using var place = await lanes.EnterAsync($"session:{key}", 1, either.Token).ConfigureAwait(false);
        if (place is null)
        {
            ToolLog.NotMirrored(logger, key, "too much is waiting in the session");
            return;
        }

        var entry = store.Find(key) is { SessionId: not null } known ? known : await store.UpdateAsync(key, static _ => { }, either.Token).ConfigureAwait(false);
        if (store.Transcript(key, entry) is { } transcript)
            await transcript.AddMirrorAsync(entry.SessionId!, store.Agents.Workspace(store.AgentOf(key)), text, either.Token).ConfigureAwait(false);
    }
}
