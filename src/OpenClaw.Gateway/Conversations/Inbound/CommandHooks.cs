using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Commands;
using OpenClaw.Agents.Hooks;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Gateway.Conversations.Inbound;

/// <summary>Tells the owner's hooks of commands that begin or stop something (spec 09 §10.1); what they say goes to who gave the command.</summary>
internal sealed class CommandHooks(TimedHooks hooks, SessionStore store, TimeProvider time) : IAsyncDisposable
{
    // Stopping is never held up by hooks; who stops again and again does not need to hear of each time.
    private const int MaxTelling = 32;
    private const string Command = "command";
    private const string Stop = "stop";
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Task> _telling = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();

    /// <summary><c>new</c> or <c>reset</c> when a message begins its session anew; null otherwise.</summary>
    public string? BeginningOf(string message)
    {
        var named = CommandLine.Parse(message)?.Name;
        if (named is "reset" or CommandDesk.NewSession)
            return named;
        return ResetTriggers.After(message, store.Agents.Config.Session.ResetTriggers) is null ? null : CommandDesk.NewSession;
    }

    /// <summary>A session was begun anew. The texts are for the sender; usually there are none.</summary>
    public Task<IReadOnlyList<string>> BegunAsync(string action, InboundMessage message, string? oldSessionId, CancellationToken ct) =>
        hooks.EmitAsync(Happened(action, message.SessionKey, message.Sender, message.Channel, oldSessionId), ct);

    /// <summary>A session was stopped: returns at once, and <paramref name="say"/> is given what hooks have to say about it.</summary>
    public void Stopped(string sessionKey, CommandSender sender, string channel, Action<string> say)
    {
        if (!hooks.Listens(Command, Stop) || _telling.Count >= MaxTelling || _stop.IsCancellationRequested)
            return;
        var id = Guid.NewGuid().ToString();
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _telling[id] = TellAsync();
        held.SetResult();

        async Task TellAsync()
        {
            await held.Task.ConfigureAwait(false);
            try
            {
                var happened = Happened(Stop, sessionKey, sender, channel, store.Find(sessionKey)?.SessionId);
                foreach (var text in await hooks.EmitAsync(happened, _stop.Token).ConfigureAwait(false))
                    say(text);
            }
            finally
            {
                _telling.TryRemove(id, out _);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        Task all = Task.WhenAll(_telling.Values);
        await all.WaitAsync(s_stopTimeout, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private HookEvent Happened(string action, string sessionKey, CommandSender sender, string channel, string? sessionId)
    {
        var context = new JsonObject
        {
            ["senderId"] = sender.Id,
            ["commandSource"] = channel,
            ["source"] = channel,
            ["workspaceDir"] = store.Agents.Workspace(store.AgentOf(sessionKey)),
        };
        if (sessionId is not null)
            context["sessionId"] = sessionId;
        return new HookEvent(Command, action, sessionKey, context);
    }
}
