using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Protocol.Chat;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.Conversations;

/// <summary>Runs that were started by <c>chat.send</c>: starting, repeating, stopping and expiring them (spec 02 §5).</summary>
internal sealed class ChatRuns(
    AgentRunner runner, SessionAccess access, SessionStore store, RunEvents events, IdempotencyCache answers, TimeProvider time, ILogger logger)
    : IAsyncDisposable
{
    private static readonly string[] s_stopWords = ["/stop", "stop", "esc", "abort", "wait", "exit", "interrupt"];
    private static readonly TimeSpan s_expirySlack = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_minExpiry = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_maxExpiry = TimeSpan.FromHours(24);
    private static readonly TimeSpan s_stopWait = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, ChatRun> _runs = new(StringComparer.Ordinal);

    /// <summary><c>chat.send</c>.</summary>
    public Reply<ChatSendResult> Send(Caller caller, ChatSendParams request)
    {
        var message = request.Message.Trim();
        if (message.Length == 0 && request.Attachments is not { Count: > 0 })
            return GatewayError.Invalid("message or attachment required");
        var (images, dropped, badAttachment) = Attachments.Read(request.Attachments);
        if (badAttachment is not null)
            return badAttachment;
        if (dropped > 0)
            ConversationLog.AttachmentsDropped(logger, dropped);
        if (request.Thinking is { Length: > 0 } level && ThinkingLevels.Parse(level) is null)
            return GatewayError.Invalid("invalid chat.send params: at /thinking: use off|minimal|low|medium|high");
        var (key, unknown) = access.Resolve("chat.send", request.SessionKey);
        if ((unknown ?? access.Blocked(key)) is { } refused)
            return refused;
        if (s_stopWords.Contains(message, StringComparer.OrdinalIgnoreCase))
            return Stopped(Abort(key, "stop"));
        if (answers.TryGet<ChatSendResult>(CacheKey(request.IdempotencyKey), out var known))
            return known;
        if (_runs.ContainsKey(request.IdempotencyKey) || runner.Find(request.IdempotencyKey) is not null)
            return InFlight(request.IdempotencyKey);
        if (message.Length == 0 && images.Count == 0)
            return GatewayError.Invalid("message or attachment required");
        return Start(caller, request, key, message, images);
    }

    /// <summary><c>chat.abort</c>.</summary>
    public Reply<ChatAbortResult> Abort(ChatAbortParams request)
    {
        var (key, unknown) = access.Resolve("chat.abort", request.SessionKey);
        if (unknown is not null)
            return unknown;
        if (request.RunId is not { } runId)
            return Result(Abort(key, "rpc"));
        if (!_runs.TryGetValue(runId, out var chat))
            return Result([]);
        if (chat.Run.Request.SessionKey != key)
            return GatewayError.Invalid("runId does not match sessionKey");
        return Result(Abort(chat.Run, "rpc") ? [runId] : []);
    }

    /// <summary>Stops what has outlived its time; called about once a minute.</summary>
    public void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var chat in _runs.Values.Where(chat => chat.ExpiresAt <= now))
            Abort(chat.Run, "timeout");
    }

    /// <summary>Waits until the last run has been accounted for. The runner must have been stopped before.</summary>
    public async ValueTask DisposeAsync()
    {
        var following = Task.WhenAll(_runs.Values.Select(static chat => chat.Following ?? Task.CompletedTask));
        await following.WaitAsync(s_stopWait, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Reply<ChatSendResult> Start(
        Caller caller, ChatSendParams request, string key, string message, IReadOnlyList<Agents.Messages.ContentPart.Image> images)
    {
        var timeout = request.TimeoutMs is > 0 and var ms ? TimeSpan.FromMilliseconds(Math.Min(ms, s_maxExpiry.TotalMilliseconds)) : (TimeSpan?)null;
        var run = runner.Start(new RunRequest
        {
            RunId = request.IdempotencyKey,
            SessionKey = key,
            CallerKey = request.SessionKey,
            Message = message,
            Images = images,
            MessageId = request.IdempotencyKey,
            Thinking = request.Thinking,
            Timeout = timeout,
            Channel = WebChat.Channel,
            SessionChange = entry => WebChat.Route(entry, caller.DisplayName),
        });
        if (run is null)
            return runner.Find(request.IdempotencyKey) is null
                ? new GatewayError(ErrorCodes.Unavailable, "too many runs are in progress; try again in a moment", Retryable: true, RetryAfterMs: 1000)
                : InFlight(request.IdempotencyKey);
        var limit = timeout ?? TimeSpan.FromSeconds(store.Agents.Config.Agents.Defaults.TimeoutSeconds);
        var life = TimeSpan.FromTicks(Math.Clamp((limit + s_expirySlack).Ticks, s_minExpiry.Ticks, s_maxExpiry.Ticks));
        var chat = new ChatRun(run, time.GetUtcNow() + life);
        _runs[request.IdempotencyKey] = chat;
        chat.Following = FollowAsync(chat);
        return new ChatSendResult { RunId = request.IdempotencyKey, Status = "started" };
    }

    private async Task FollowAsync(ChatRun chat)
    {
        var outcome = await chat.Run.Completion.ConfigureAwait(false);
        var runId = chat.Run.Request.RunId;
        RunReport.Log(logger, chat.Run.Request, outcome);
        var error = RunReport.Error(outcome);
        answers.Set(CacheKey(runId), error is null
            ? new ChatSendResult { RunId = runId, Status = "ok" }
            : Reply.Fail(error, new ChatSendResult { RunId = runId, Status = "error", Summary = error.Message }));
        _runs.TryRemove(runId, out _);
    }

    private List<string> Abort(string key, string reason) =>
        [.. _runs.Values.Where(chat => chat.Run.Request.SessionKey == key).Select(static chat => chat.Run)
            .Where(run => Abort(run, reason)).Select(static run => run.Request.RunId)];

    private bool Abort(AgentRun run, string reason)
    {
        if (run.Abort(reason) is not { } seq)
            return false;
        events.Aborted(run, seq);
        return true;
    }

    private static Reply<ChatSendResult> Stopped(List<string> runIds) =>
        new ChatSendResult { Ok = true, Aborted = runIds.Count > 0, RunIds = runIds };

    private static Reply<ChatAbortResult> Result(List<string> runIds) =>
        new ChatAbortResult { Ok = true, Aborted = runIds.Count > 0, RunIds = runIds };

    private static Reply<ChatSendResult> InFlight(string runId) => new ChatSendResult { RunId = runId, Status = "in_flight" };

    private static string CacheKey(string idempotencyKey) => "chat:" + idempotencyKey;

    private sealed class ChatRun(AgentRun run, DateTimeOffset expiresAt)
    {
        public AgentRun Run => run;

        public DateTimeOffset ExpiresAt => expiresAt;

        public Task? Following { get; set; }
    }
}
