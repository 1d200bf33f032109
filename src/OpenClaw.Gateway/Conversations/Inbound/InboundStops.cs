using OpenClaw.Agents.Commands;

namespace OpenClaw.Gateway.Conversations.Inbound;

/// <summary>Stops what a session is doing, for commands, stop words and methods alike.</summary>
internal sealed class InboundStops(Func<InboundDesk> desk) : ISessionStops
{
    /// <summary>Stops the sub-agents a session started, and says how many; set by the part that keeps them.</summary>
    public Func<string, int>? Subagents { get; set; }

    /// <inheritdoc/>
    public (int Messages, int Subagents) Stop(string sessionKey, string exceptRunId)
    {
        var (messages, subagents) = StopNamed(sessionKey, exceptRunId);
        return (messages.Count, subagents);
    }

    /// <summary>As <see cref="Stop"/>, with the names of the messages.</summary>
    public (IReadOnlyList<string> Messages, int Subagents) StopNamed(string sessionKey, string? exceptRunId = null) =>
        (desk().StopAll(sessionKey, "stop", exceptRunId), StopSubagents(sessionKey));

    /// <summary>Stops the sub-agents of a session only: their reports would reach a conversation that is over.</summary>
    /// <returns>How many were stopped.</returns>
    public int StopSubagents(string sessionKey) => Subagents?.Invoke(sessionKey) ?? 0;
}
