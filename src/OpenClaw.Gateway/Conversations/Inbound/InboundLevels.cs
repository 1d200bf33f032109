using OpenClaw.Agents.Commands;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Replies;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Gateway.Conversations.Inbound;

/// <summary>Which levels hold for a run: the message's, the session's, the agent's, the default (spec 08 §18).</summary>
internal sealed class InboundLevels(SessionStore store, AgentDirectory agents)
{
    /// <summary>How the replies of a run are to look.</summary>
    public ReplyRules Rules(RunRequest request, MessageDirectives directives)
    {
        var agentId = store.AgentOf(request.SessionKey);
        var session = store.Find(request.SessionKey);
        return new ReplyRules(
            MediaGate.Of(agents, agentId),
            agents.Config.Messages.ResponsePrefix,
            agents.Entry(agentId)?.Identity?.Name,
            (directives.Reasoning ?? session?.Text("reasoningLevel")) == "on",
            session?.Text("responseUsage"));
    }
}
