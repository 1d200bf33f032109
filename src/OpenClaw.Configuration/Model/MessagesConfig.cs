using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Model;

/// <summary><c>messages</c>.</summary>
public sealed record MessagesConfig
{
    /// <summary>Before inbound texts.</summary>
    public string? MessagePrefix { get; init; }

    /// <summary>Before replies.</summary>
    public string? ResponsePrefix { get; init; }

    /// <summary>Null: the emoji of the agent.</summary>
    public string? AckReaction { get; init; }

    /// <summary>Where it is given.</summary>
    public string AckReactionScope { get; init; } = "group-mentions";

    /// <summary>Take it back once answered.</summary>
    public bool RemoveAckAfterReply { get; init; }

    /// <summary>What happens to messages during a run.</summary>
    public MessageQueueConfig Queue { get; init; } = new();

    /// <summary>What happens to rapid messages of one sender.</summary>
    public MessageInboundConfig Inbound { get; init; } = new();

    /// <summary>Everything, for what has no property here yet.</summary>
    public JsonObject? Raw { get; init; }

    private static MessagesConfig Defaults { get; } = new();

    internal static MessagesConfig Read(ConfigNode node) => new()
    {
        MessagePrefix = node.Text("messagePrefix"),
        ResponsePrefix = node.Text("responsePrefix"),
        AckReaction = node.Text("ackReaction"),
        AckReactionScope = node.Text("ackReactionScope") ?? Defaults.AckReactionScope,
        RemoveAckAfterReply = node.Flag("removeAckAfterReply") ?? Defaults.RemoveAckAfterReply,
        Queue = MessageQueueConfig.Read(node.Section("queue")),
        Inbound = MessageInboundConfig.Read(node.Section("inbound")),
        Raw = node.Object,
    };
}
