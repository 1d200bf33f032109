namespace OpenClaw.Gateway.ControlPlane.Nodes;

/// <summary>What nodes say to agents: the part of <c>node.event</c> that ends in a run or a note (spec 02 §7). Calls return at once.</summary>
public interface INodeConversations
{
    /// <summary>Spoken words: a run in that session, thinking low, nothing delivered.</summary>
    /// <param name="node">Who.</param>
    /// <param name="text">At most 20,000 characters.</param>
    /// <param name="sessionKey">Null: the main session.</param>
    void Transcript(Caller node, string text, string? sessionKey);

    /// <summary>A request for a run.</summary>
    /// <param name="node">Who.</param>
    /// <param name="request">What.</param>
    void AgentRequest(Caller node, NodeAgentRequest request);

    /// <summary>A note for the next turn of a session, then a heartbeat.</summary>
    /// <param name="node">Who.</param>
    /// <param name="text">The note.</param>
    /// <param name="sessionKey">Null: the main session.</param>
    void Note(Caller node, string text, string? sessionKey);
}

/// <summary>Payload of the node event <c>agent.request</c>.</summary>
public sealed record NodeAgentRequest
{
    /// <summary>At most 20,000 characters.</summary>
    public required string Message { get; init; }

    /// <summary>Null: <c>node-&lt;nodeId&gt;</c>.</summary>
    public string? SessionKey { get; init; }

    /// <summary>Channel to deliver on.</summary>
    public string? Channel { get; init; }

    /// <summary>Target on that channel.</summary>
    public string? To { get; init; }

    /// <summary>Deliver the answer.</summary>
    public bool Deliver { get; init; }

    /// <summary>Thinking level.</summary>
    public string? Thinking { get; init; }

    /// <summary>Limit of the run.</summary>
    public double? TimeoutSeconds { get; init; }
}
