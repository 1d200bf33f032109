namespace OpenClaw.Protocol.Send;

/// <summary>What was sent.</summary>
public sealed record SendResult
{
    /// <summary>The idempotency key.</summary>
    public required string RunId { get; init; }

    /// <summary>Id given by the service.</summary>
    public required string MessageId { get; init; }

    /// <summary>Channel used.</summary>
    public required string Channel { get; init; }

    /// <summary>Telegram chat.</summary>
    public string? ChatId { get; init; }

    /// <summary>Channel of the service.</summary>
    public string? ChannelId { get; init; }

    /// <summary>WhatsApp address.</summary>
    public string? ToJid { get; init; }

    /// <summary>Conversation of the service.</summary>
    public string? ConversationId { get; init; }
}
