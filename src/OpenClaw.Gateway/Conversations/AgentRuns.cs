using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;
using OpenClaw.Channels.Catalog;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.Conversations.Inbound;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Agent;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.Conversations;

/// <summary>Runs that were started by <c>agent</c>: accepted at once, answered again when done (spec 02 §4).</summary>
internal sealed class AgentRuns(
    InboundDesk desk, AgentRunner runner, SessionAccess access, SessionStore store, SessionList sessions, IdempotencyCache answers, ILogger logger)
{
    private const string NoSession = "Pass --to <E.164>, --session-id, or --agent to choose a session";

    // The longest time a run may ask for; a typing error must not keep a lane for years.
    private const long MaxTimeoutSeconds = 7 * 24 * 3600;

    // Requests between their checks and the end of their run: a second one with the same key must not start anything.
    private readonly ConcurrentDictionary<string, long> _accepting = new(StringComparer.Ordinal);

    /// <summary>Brings answers to channels; null: there is no way out. Set while the gateway is composed.</summary>
    public FinalReplies? Replies { get; set; }

    /// <summary><c>agent</c>: responds once when accepted; the value is the second response.</summary>
    public async ValueTask<Reply<AgentResult>> RunAsync(MethodContext context, AgentParams request, CancellationToken ct)
    {
        var runId = request.IdempotencyKey;
        if (answers.TryGet<AgentResult>(CacheKey(runId), out var known))
            return known;
        var (images, dropped, badAttachment) = Attachments.Read(request.Attachments);
        if (badAttachment is not null)
            return badAttachment;
        if (dropped > 0)
            ConversationLog.AttachmentsDropped(logger, dropped);
        if (Check(request) is { } wrong)
            return wrong;
        var (key, callerKey, noSession) = Choose(request);
        if (noSession is not null)
            return noSession;
        if (access.Blocked(key, request.Message) is { } blocked)
            return blocked;
        var acceptedAt = context.NowMs;
        if (desk.IsTaken(runId) || !_accepting.TryAdd(runId, acceptedAt))
            return Accepted(runId, _accepting.GetValueOrDefault(runId, acceptedAt));
        try
        {
            // It may have run from start to end while this request was looked at.
            if (answers.TryGet(CacheKey(runId), out known))
                return known;
            return await AcceptAsync(context, request, key, callerKey, images, ct).ConfigureAwait(false);
        }
        finally
        {
            _accepting.TryRemove(runId, out _);
        }
    }

    private async Task<Reply<AgentResult>> AcceptAsync(
        MethodContext context, AgentParams request, string key, string callerKey, IReadOnlyList<ContentPart.Image> images, CancellationToken ct)
    {
        var runId = request.IdempotencyKey;

        // Not yet activity: whether the session is still fresh is judged when the message is read, by when it was last used before.
        var (_, problem) = await store.TryUpdateAsync(key, (entry, others) => Accept(entry, others, key, request), isActivity: false, ct).ConfigureAwait(false);
        if (problem is not null)
            return GatewayError.Invalid($"invalid agent params: {problem}");

        var accepted = Accepted(runId, context.NowMs);
        answers.Set<AgentResult>(CacheKey(runId), accepted);
        await context.RespondInterimAsync(accepted, ProtocolJson.Default.AgentResult).ConfigureAwait(false);
        var target = Target(request, key);
        var finished = new TaskCompletionSource<Reply<AgentResult>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = ToMessage(context.Caller, request, key, callerKey, images) with { Settled = end => _ = SettleAsync(runId, end, target, finished) };
        if (desk.Accept(message) is not { } ticket)
            return Busy(runId);
        desk.Begin(ticket);

        // The run belongs to the gateway: when its caller hangs up it goes on, and only this response is lost.
        await ticket.Completion.WaitAsync(ct).ConfigureAwait(false);
        return await finished.Task.WaitAsync(ct).ConfigureAwait(false);
    }

    /// <summary><c>agent.wait</c>.</summary>
    public async ValueTask<Reply<AgentWaitResult>> WaitAsync(AgentWaitParams request, CancellationToken ct)
    {
        var timeout = TimeSpan.FromMilliseconds(Math.Min(request.TimeoutMs ?? ProtocolLimits.AgentWaitTimeoutMs, int.MaxValue));
        return await runner.Finished.WaitAsync(request.RunId, timeout, ct).ConfigureAwait(false) is { } end
            ? new AgentWaitResult
            {
                RunId = request.RunId,
                Status = end.Ok ? "ok" : "error",
                StartedAt = end.StartedAt,
                EndedAt = end.EndedAt,
                Error = end.Error,
            }
            : new AgentWaitResult { RunId = request.RunId, Status = "timeout" };
    }

    private GatewayError? Check(AgentParams request)
    {
        if (ChannelChoice.AgentFault(request.Channel, request.ReplyChannel) is { } unknownChannel)
            return unknownChannel;
        if (request.AgentId is { } id && !IsExistingAgent(AgentIds.Normalize(id)))
            return Invalid($"unknown agent id \"{id}\"");
        if (request.Thinking is { Length: > 0 } level && ThinkingLevels.Parse(level) is null)
            return Invalid("at /thinking: use off|minimal|low|medium|high");
        if (request.Timeout is 0)
            return Invalid("--timeout must be a positive integer (seconds)");
        if (request.Message.Trim().Length == 0)
            return Invalid("at /message: must NOT have fewer than 1 characters");
        if (request.AgentId is not { } wanted || request.SessionKey is not { } key || SessionKeys.Parse(key) is not { } parsed)
            return null;
        return parsed.AgentId == AgentIds.Normalize(wanted)
            ? null
            : Invalid($"agent \"{AgentIds.Normalize(wanted)}\" does not match session key agent \"{parsed.AgentId}\"");
    }

    /// <summary>Agents are those of the configuration; without any, the default one and those with a folder.</summary>
    private bool IsExistingAgent(string id) => store.Agents.Ids().Contains(id, StringComparer.Ordinal);

    private (string Key, string CallerKey, GatewayError? Error) Choose(AgentParams request)
    {
        if (request.SessionKey?.Trim() is { Length: > 0 } named)
        {
            var (key, unknown) = access.Resolve("agent", named);
            return (key, named, unknown);
        }

        if (request.SessionId?.Trim() is { Length: > 0 } sessionId)
        {
            var found = sessions.All(request.AgentId).FirstOrDefault(pair => pair.Entry.SessionId == sessionId).Key;
            return found is not null ? (found, found, null) : (sessionId, sessionId, Invalid($"at /sessionId: no session found: {sessionId}"));
        }

        var rules = store.Agents.KeyRules;
        var agentId = request.AgentId is { } id ? AgentIds.Normalize(id) : rules.DefaultAgentId;
        if (request.To?.Trim() is { Length: > 0 } to && SessionKeys.LooksLikeGroup(to))
        {
            var group = SessionKeys.Parse(to) is not null ? store.Canonical(to) : SessionKeys.Group(agentId, Named(request.Channel) ?? ChannelCatalog.Default, to);
            return (group, group, null);
        }

        if (request.AgentId is null && string.IsNullOrWhiteSpace(request.To))
            return (string.Empty, string.Empty, GatewayError.Invalid(NoSession));
        var main = SessionKeys.ForMain(agentId, rules);
        return (main, main, null);
    }

    private static string? Accept(JsonObject entry, JsonObject others, string key, AgentParams request)
    {
        if (request.Label?.Trim() is { Length: > 0 } label)
        {
            if (others.Any(pair => pair.Key != key && pair.Value is JsonObject other && other["label"] is JsonValue taken
                && taken.TryGetValue<string>(out var text) && text == label))
                return $"label already in use: {label}";
            entry["label"] = label;
        }

        // Only what the request says: everything else in the entry belongs to others.
        Set("spawnedBy", request.SpawnedBy);
        Set("groupId", request.GroupId);
        Set("groupChannel", request.GroupChannel);
        Set("space", request.GroupSpace);
        return null;

        void Set(string name, string? value)
        {
            if (value?.Trim() is { Length: > 0 } text)
                entry[name] = text;
        }
    }

    private static InboundMessage ToMessage(Caller caller, AgentParams request, string key, string callerKey, IReadOnlyList<ContentPart.Image> images) => new()
    {
        RunId = request.IdempotencyKey,
        SessionKey = key,
        CallerKey = callerKey,
        Caller = RunCallers.Of(caller),
        Sender = RunCallers.Sender(caller),
        Channel = Named(request.Channel) ?? ChannelCatalog.WebChat,
        Text = request.Message.Trim(),
        MayQueue = false,
        Images = images,
        Thinking = request.Thinking,
        Timeout = request.Timeout is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, 1, MaxTimeoutSeconds)) : null,
        ExtraSystemPrompt = request.ExtraSystemPrompt,
        Lane = request.Lane ?? RunLanes.Main,
    };

    /// <summary>Where the answer is to go beside its caller (spec 02 §4); null: nowhere.</summary>
    private DeliveryTarget? Target(AgentParams request, string key)
    {
        if (request.Deliver != true)
            return null;
        var session = store.Find(key);
        var channel = Named(request.ReplyChannel ?? request.Channel) ?? session?.Text("lastChannel");
        if (channel is null or ChannelCatalog.WebChat)
            return null;
        var target = SessionRoute.Choose(channel, request.ReplyTo ?? request.To, session) ?? new DeliveryTarget(channel);
        return target with
        {
            AccountId = request.ReplyAccountId ?? request.AccountId ?? target.AccountId,
            ThreadId = request.ThreadId ?? target.ThreadId,
        };
    }

    /// <summary>Id of the channel that is meant; null for none and for <c>last</c>.</summary>
    private static string? Named(string? channel) =>
        ChannelChoice.Parse(channel) is { Kind: not ChannelChoiceKind.Last } choice ? choice.Id : null;

    // Nobody waits for it but the caller, if there still is one: it never throws, and it is over when the channel has the answer or says why not.
    private async Task SettleAsync(string runId, InboundEnd end, DeliveryTarget? target, TaskCompletionSource<Reply<AgentResult>> finished)
    {
        var problem = target is null || end.Error is not null ? null : await DeliverAsync(runId, end, target).ConfigureAwait(false);
        var answer = Answer(runId, end, problem);
        answers.Set(CacheKey(runId), answer);
        finished.TrySetResult(answer);
    }

    /// <summary>Null when everything was taken; otherwise why not.</summary>
    private async Task<string?> DeliverAsync(string runId, InboundEnd end, DeliveryTarget target)
    {
        try
        {
            foreach (var reply in end.Replies)
            {
                if (Replies is not { } replies)
                    return $"Outbound not configured for channel: {target.Channel}";
                var receipt = await replies.SendAsync(runId, target, reply, CancellationToken.None).ConfigureAwait(false);
                if (!receipt.Ok)
                    return receipt.Error ?? "the channel did not take it";
            }

            return null;
        }
        catch (Exception problem)
        {
            return problem.Message;
        }
    }

    private static Reply<AgentResult> Answer(string runId, InboundEnd end, string? undelivered)
    {
        // An answer that was to be delivered and was not is a failure its caller must see.
        var error = end.Error ?? (undelivered is null ? null : GatewayError.Unavailable($"Error: {undelivered}"));
        return error is not null
            ? Reply.Fail(error, new AgentResult { RunId = runId, Status = "error", Summary = error.Message })
            : new AgentResult
            {
                RunId = runId,
                Status = "ok",
                Summary = end.AbortReason is not null ? "aborted" : "completed",
                Result = RunReport.Result(end),
            };
    }

    private static AgentResult Accepted(string runId, long at) => new() { RunId = runId, Status = "accepted", AcceptedAt = at };

    private Reply<AgentResult> Busy(string runId)
    {
        var reply = Reply.Fail(RunReport.Busy, new AgentResult { RunId = runId, Status = "error", Summary = RunReport.Busy.Message });
        answers.Set(CacheKey(runId), reply);
        return reply;
    }

    private static GatewayError Invalid(string text) => GatewayError.Invalid($"invalid agent params: {text}");

    private static string CacheKey(string idempotencyKey) => "agent:" + idempotencyKey;
}
