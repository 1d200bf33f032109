using Microsoft.Extensions.Logging;

namespace OpenClaw.Gateway.Tools.Execution;

internal static partial class ExecLog
{
    [LoggerMessage(1701, LogLevel.Warning, "exec: the caller sent {Members} (agent {AgentId}, run {RunId}); only the gateway decides, they are ignored")]
    public static partial void Forged(ILogger logger, string members, string agentId, string runId);

    [LoggerMessage(1702, LogLevel.Information, "exec: a command of agent {AgentId} waits for approval {ApprovalId}")]
    public static partial void Waiting(ILogger logger, string agentId, string approvalId);

    [LoggerMessage(1703, LogLevel.Information, "exec: approval {ApprovalId} ended with {Outcome}")]
    public static partial void Decided(ILogger logger, string approvalId, string outcome);

    [LoggerMessage(1704, LogLevel.Error, "exec: {Path} could not be updated: {Problem}")]
    public static partial void NotStored(ILogger logger, string path, string problem);

    [LoggerMessage(1705, LogLevel.Warning, "exec: the approval {ApprovalId} was not forwarded to {Channel}: {Problem}")]
    public static partial void NotForwarded(ILogger logger, string approvalId, string channel, string problem);
}
