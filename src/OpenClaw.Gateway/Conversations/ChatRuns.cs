using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Commands;
using OpenClaw.Agents.Commands.Session;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Sessions;
using OpenClaw.Channels.Catalog;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.Conversations.Inbound;
using OpenClaw.Protocol.Chat;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.Conversations;

/// <summary>Messages that came by <c>chat.send</c>: taking, repeating, stopping and expiring them (spec 02 §5).</summary>
internal sealed class ChatRuns(
    InboundParts inbound, SessionAccess access, SessionStore store, IdempotencyCache answers, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan s_expirySlack = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_minExpiry = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_maxExpiry = TimeSpan.FromHours(24);

    private readonly InboundDesk _desk = inbound.Desk;

    // Held from the question whether a key is new until its message is known, so that of two equal requests one runs.
    private readonly Lock _starting = new();

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
        if ((unknown ?? access.Blocked(key, message)) is { } refused)
            return refused;
        if (StopWords.Is(message))
        {
            var stopped = Stopped(inbound.Stops.StopNamed(key));
            inbound.Hooks.Stopped(
                key, RunCallers.Sender(caller), ChannelCatalog.WebChat,
                text => inbound.Answers.Show($"hook-{request.IdempotencyKey}", request.SessionKey, text));
            return stopped;
        }

        lock (_starting)
        {
            // In this order: a message that ends stores its answer before it leaves.
            if (_desk.Find(request.IdempotencyKey) is not null)
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
            return Result(_desk.StopAll(key, "rpc"));
        if (_desk.Find(runId) is not { } ticket)
            return Result([]);
        if (ticket.Message.SessionKey != key)
            return GatewayError.Invalid("runId does not match sessionKey");
        return Result(_desk.Stop(ticket, "rpc") ? [runId] : []);
    }

    private Reply<ChatSendResult> Start(
        Caller caller, ChatSendParams request, string key, string message, IReadOnlyList<ContentPart.Image> images, Action<Action> afterReply)
    {
        var timeout = request.TimeoutMs is > 0 and var ms ? TimeSpan.FromMilliseconds(Math.Min(ms, s_maxExpiry.TotalMilliseconds)) : (TimeSpan?)null;
        var limit = timeout ?? TimeSpan.FromSeconds(store.Agents.Config.Agents.Defaults.TimeoutSeconds);
        var life = TimeSpan.FromTicks(Math.Clamp((limit + s_expirySlack).Ticks, s_minExpiry.Ticks, s_maxExpiry.Ticks));
        var ticket = _desk.Accept(new InboundMessage
        {
            RunId = request.IdempotencyKey,
            SessionKey = key,
            CallerKey = request.SessionKey,
            Caller = RunCallers.Of(caller),
            Sender = RunCallers.Sender(caller),
            Channel = ChannelCatalog.WebChat,
            Text = message,
            Images = images,
            MessageId = request.IdempotencyKey,
            Thinking = request.Thinking,
            Timeout = timeout,
            SessionChange = entry => WebChat.Route(entry, caller.DisplayName),
            ExpiresAt = time.GetUtcNow() + life,
            Settled = end => Settle(request.IdempotencyKey, end),
        });
        if (ticket is null)
            return _desk.IsTaken(request.IdempotencyKey) ? InFlight(request.IdempotencyKey) : RunReport.Busy;
        afterReply(() => _desk.Begin(ticket));
        return new ChatSendResult { RunId = request.IdempotencyKey, Status = "started" };
    }

    private void Settle(string runId, InboundEnd end) => answers.Set(CacheKey(runId), end.Error is { } error
        ? Reply.Fail(error, new ChatSendResult { RunId = runId, Status = "error", Summary = error.Message })
        : new ChatSendResult { RunId = runId, Status = "ok" });

    private static Reply<ChatSendResult> Stopped((IReadOnlyList<string> RunIds, int Subagents) stopped) => new ChatSendResult
    {
        Ok = true,
        Aborted = stopped.RunIds.Count > 0 || stopped.Subagents > 0,
        RunIds = stopped.RunIds,
        Summary = stopped.Subagents > 0 ? StopCommand.Text(stopped.RunIds.Count, stopped.Subagents) : null,
    };

    private static Reply<ChatAbortResult> Result(IReadOnlyList<string> runIds) =>
        new ChatAbortResult { Ok = true, Aborted = runIds.Count > 0, RunIds = runIds };

    private static Reply<ChatSendResult> InFlight(string runId) => new ChatSendResult { RunId = runId, Status = "in_flight" };

    private static string CacheKey(string idempotencyKey) => "chat:" + idempotencyKey;
}
