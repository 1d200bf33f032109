using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Queues;
using OpenClaw.Agents.Sessions;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.Conversations.Inbound;

/// <summary>What the configuration, the session and the message say about waiting.</summary>
internal sealed class QueueRules(SessionStore store, AgentDirectory agents)
{
    /// <summary>The queue as it works for this message.</summary>
    public QueueSettings For(InboundTicket ticket) =>
        QueueSettings.For(agents.Config.Messages.Queue, ticket.Message.Channel, store.Find(ticket.Message.SessionKey), ticket.Directives.Queue);

    /// <summary>Within which time texts of one sender become one.</summary>
    public TimeSpan Rapid(InboundMessage message) => agents.Config.Messages.Inbound.For(message.Channel);

    /// <summary>Why a newcomer was refused.</summary>
    public static GatewayError Full(QueueSettings settings) => GatewayError.Unavailable(
        $"{settings.Cap} messages are waiting in this session already (messages.queue.cap); send it again when they are answered");

    /// <summary>Why a waiting message was dropped.</summary>
    public static GatewayError Dropped(QueueSettings settings) => GatewayError.Unavailable(
        $"not answered: newer messages took its place, because only {settings.Cap} may wait (messages.queue.cap)");
}
