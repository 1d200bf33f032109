using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Runs;
using OpenClaw.Gateway.Conversations.Inbound;
using OpenClaw.Protocol.Agent;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.Conversations;

/// <summary>The outcome of a run in wire form.</summary>
internal static class RunReport
{
    private static readonly TimeSpan s_longWait = TimeSpan.FromSeconds(2);

    /// <summary>Why no run could be started.</summary>
    public static GatewayError Busy { get; } =
        new(ErrorCodes.Unavailable, "too many runs are in progress; try again in a moment", Retryable: true, RetryAfterMs: 1000);

    /// <summary>The error of a failed run; null for one that ended well or was stopped.</summary>
    public static GatewayError? Error(RunOutcome outcome) => outcome.Status switch
    {
        RunStatus.TimedOut => new GatewayError(ErrorCodes.AgentTimeout, outcome.Error!),
        RunStatus.Failed => GatewayError.Unavailable(outcome.Error!),
        _ => null,
    };

    /// <summary>The second response of <c>agent</c>, for a message with or without a run.</summary>
    public static AgentRunResult Result(InboundEnd end) => end.Outcome is { } outcome
        ? Result(outcome)
        : new AgentRunResult
        {
            Payloads = [.. end.Replies.Select(Reply)],
            Meta = new AgentRunMeta { DurationMs = 0, Aborted = end.AbortReason is not null },
        };

    /// <summary>The second response of <c>agent</c>.</summary>
    public static AgentRunResult Result(RunOutcome outcome) => new()
    {
        Payloads = outcome.Replies.Count > 0 ? [.. outcome.Replies.Select(Reply)]
            : outcome.Text.Length > 0 ? [new AgentReply { Text = outcome.Text, MediaUrl = null }]
            : [],
        Meta = new AgentRunMeta
        {
            DurationMs = outcome.EndedAt - outcome.StartedAt,
            AgentMeta = outcome is { SessionId: { } sessionId, Model: { } model } ? new AgentModelMeta
            {
                SessionId = sessionId,
                Provider = model.Provider,
                Model = model.Id,
                Usage = outcome.Usage is { } usage ? new AgentUsage
                {
                    Input = usage.Input,
                    Output = usage.Output,
                    CacheRead = usage.CacheRead,
                    CacheWrite = usage.CacheWrite,
                    Total = usage.Total,
                } : null,
            } : null,
            Aborted = outcome.Status == RunStatus.Aborted,
            SystemPromptReport = outcome.PromptReport,
        },
    };

    private static AgentReply Reply(ReplyPayload reply) => new()
    {
        Text = reply.Text,
        MediaUrl = reply.MediaUrls.Count > 0 ? reply.MediaUrls[0] : null,
        MediaUrls = reply.MediaUrls.Count > 0 ? reply.MediaUrls : null,
        ReplyToId = reply.ReplyToId,
        IsError = reply.IsError ? true : null,
    };

    public static void Log(ILogger logger, RunRequest request, RunOutcome outcome)
    {
        var duration = outcome.EndedAt - outcome.StartedAt;
        if (outcome.Queued > s_longWait)
            ConversationLog.Waited(logger, request.RunId, request.SessionKey, (long)outcome.Queued.TotalMilliseconds);
        if (outcome.DamagedLines.Count > 0)
            ConversationLog.TranscriptDamaged(logger, request.SessionKey, string.Join(", ", outcome.DamagedLines.Take(20)));
        if (outcome.Fault is { } fault)
            ConversationLog.RunFaulted(logger, request.RunId, request.SessionKey, fault);
        else if (outcome.Error is { } error)
            ConversationLog.RunFailed(logger, request.RunId, request.SessionKey, duration, error);
        else
            ConversationLog.RunEnded(
                logger, request.RunId, request.SessionKey, outcome.Status.ToString(), duration, outcome.Usage?.Input ?? 0, outcome.Usage?.Output ?? 0);
    }
}
