using OpenClaw.Agents.Commands;

namespace OpenClaw.Gateway.Conversations.Inbound;

/// <summary>Stops what a session is doing, for commands and stop words alike.</summary>
internal sealed class InboundStops(Func<InboundDesk> desk) : ISessionStops
{
    /// <summary>Stops the sub-agents a session started, and says how many; set by the part that keeps them.</summary>
    public Func<string, int>? Subagents { get; set; }

    /// <inheritdoc/>
    public (int Messages, int Subagents) Stop(string sessionKey, string exceptRunId) =>
        (desk().StopAll(sessionKey, "stop", exceptRunId).Count, Subagents?.Invoke(sessionKey) ?? 0);
}
