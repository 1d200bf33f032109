using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;
using OpenClaw.Channels.Catalog;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Protocol.Chat;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.Conversations;

/// <summary>Runs that were started by <c>chat.send</c>: starting, repeating, stopping and expiring them (spec 02 §5).</summary>
internal sealed class ChatRuns(
    AgentRunner runner, SessionAccess access, SessionStore store, RunEvents events, IdempotencyCache answers, TimeProvider time, ILogger logger)
{
    private static readonly string[] s_stopWords = ["/stop", "stop", "esc", "abort", "wait", "exit", "interrupt"];
    private static readonly TimeSpan s_expirySlack = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_minExpiry = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_maxExpiry = TimeSpan.FromHours(24);

    // Held from the question whether a key is new until its run is known, so that of two equal requests one runs.
    private readonly Lock _starting = new();
    private readonly ConcurrentDictionary<string, ChatRun> _runs = new(StringComparer.Ordinal);

    /// <summary><c>chat.send</c>.</summary>
    /// <param name="caller">Who says it.</param>
    /// <param name="request">What is said.</param>
    /// <param name="afterReply">Does what it is given once the answer is on its way; null when nobody is answered.</param>
    public Reply<ChatSendResult> Send(Caller caller, ChatSendParams request, Action<Action>? afterReply = null)
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
        lock (_starting)
        {
            // In this order: a run that ends stores its answer before it leaves.
            if (_runs.ContainsKey(request.IdempotencyKey))
                return InFlight(request.IdempotencyKey);
            if (answers.TryGet<ChatSendResult>(CacheKey(request.IdempotencyKey), out var known))
                return known;
            if (message.Length == 0 && images.Count == 0)
                return GatewayError.Invalid("message or attachment required");
            return Start(caller, request, key, message, images, afterReply ?? (static start => start()));
        }
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

    private Reply<ChatSendResult> Start(
        Caller caller, ChatSendParams request, string key, string message, IReadOnlyList<ContentPart.Image> images, Action<Action> afterReply)
    {
        var timeout = request.TimeoutMs is > 0 and var ms ? TimeSpan.FromMilliseconds(Math.Min(ms, s_maxExpiry.TotalMilliseconds)) : (TimeSpan?)null;
        var run = runner.Reserve(new RunRequest
        {
            RunId = request.IdempotencyKey,
            SessionKey = key,
            CallerKey = request.SessionKey,
            Caller = RunCallers.Of(caller),
            Message = message,
            Images = images,
            MessageId = request.IdempotencyKey,
            Thinking = request.Thinking,
            Timeout = timeout,
            Channel = ChannelCatalog.WebChat,
            SessionChange = entry => WebChat.Route(entry, caller.DisplayName),
            Settled = Settle,
        });
        if (run is null)
            return runner.Find(request.IdempotencyKey) is null
                ? RunReport.Busy
                : InFlight(request.IdempotencyKey);
        var limit = timeout ?? TimeSpan.FromSeconds(store.Agents.Config.Agents.Defaults.TimeoutSeconds);
        var life = TimeSpan.FromTicks(Math.Clamp((limit + s_expirySlack).Ticks, s_minExpiry.Ticks, s_maxExpiry.Ticks));
        _runs[request.IdempotencyKey] = new ChatRun(run, time.GetUtcNow() + life);
        afterReply(() => runner.Begin(run));
        return new ChatSendResult { RunId = request.IdempotencyKey, Status = "started" };
    }

    private void Settle(RunRequest request, RunOutcome outcome)
    {
        var runId = request.RunId;
        RunReport.Log(logger, request, outcome);
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

    private sealed record ChatRun(AgentRun Run, DateTimeOffset ExpiresAt);
}
