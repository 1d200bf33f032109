using OpenClaw.Agents.SystemEvents;
using OpenClaw.Gateway.Conversations;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Gateway.ControlPlane.Nodes;

/// <summary>Carries what nodes say to the agents' side.</summary>
internal sealed class NodeTalk(ConversationParts conversations, SystemEventQueue notes, IHeartbeatWake heartbeats) : INodeConversations
{
    private const string MainSession = "main";

    /// <inheritdoc/>
    public void Transcript(Caller node, string text, string? sessionKey) =>
        conversations.Chats.Send(node, new ChatSendParams
        {
            SessionKey = sessionKey ?? MainSession,
            Message = text,
            Thinking = "low",
            Deliver = false,
            IdempotencyKey = $"voice-{Guid.NewGuid()}",
        });

    /// <inheritdoc/>
    public void AgentRequest(Caller node, NodeAgentRequest request) =>
        conversations.Chats.Send(node, new ChatSendParams
        {
            SessionKey = request.SessionKey ?? $"node-{node.NodeId}",
            Message = request.Message,
            Thinking = request.Thinking,
            Deliver = request.Deliver,
            TimeoutMs = request.TimeoutSeconds is > 0 and < 7 * 24 * 3600 and var seconds ? (long)(seconds * 1000) : null,
            IdempotencyKey = Guid.NewGuid().ToString(),
        });

    /// <inheritdoc/>
    public void Note(Caller node, string text, string? sessionKey)
    {
        var key = conversations.Sessions.Canonical(sessionKey ?? MainSession);
        if (notes.Enqueue(key, text))
            heartbeats.Request("exec-event", key);
    }
}
