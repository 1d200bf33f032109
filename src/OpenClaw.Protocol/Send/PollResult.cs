namespace OpenClaw.Protocol.Send;

/// <summary>The poll that was sent.</summary>
public sealed record PollResult
{
    /// <summary>The idempotency key.</summary>
    public required string RunId { get; init; }

    /// <summary>Id given by the service.</summary>
    public required string MessageId { get; init; }

    /// <summary>Channel used.</summary>
    public required string Channel { get; init; }

    /// <summary>WhatsApp address.</summary>
    public string? ToJid { get; init; }

    /// <summary>Channel of the service.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Conversation of the service.</summary>
    public string? ConversationId { get; init; }

    /// <summary>Poll of the service.</summary>
    public string? PollId { get; init; }
}
