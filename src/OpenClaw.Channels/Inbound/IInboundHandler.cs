namespace OpenClaw.Channels.Inbound;

/// <summary>The conversation side: decides who answers, and answers. The gateway implements it.</summary>
public interface IInboundHandler
{
    /// <summary>Which agent and session a message belongs to.</summary>
    InboundRoute Route(InboundPeer peer);

    /// <summary>The route to one named agent, for groups that several agents hear (<c>broadcast</c>); null: there is no such agent.</summary>
    InboundRoute? RouteTo(string agentId, InboundPeer peer);

    /// <summary>
    /// Has an accepted message answered. Completes when it has a place in its session's line and <em>not</em> when it is answered; from
    /// then on the handler owes the end of <see cref="AcceptedMessage.InboxIds"/> to the journal. Called in order per chat.
    /// </summary>
    Task HandleAsync(AcceptedMessage message, CancellationToken ct);

    /// <summary>Tells a session of something that is no message, with its next turn, e.g. a reaction.</summary>
    void Note(string sessionKey, string text);
}
