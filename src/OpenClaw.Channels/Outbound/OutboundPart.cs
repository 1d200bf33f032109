namespace OpenClaw.Channels.Outbound;

/// <summary>One send of the platform, complete in itself: this is what the outbox keeps, so it can be sent after a restart.</summary>
public sealed record OutboundPart
{
    /// <summary>Channel id.</summary>
    public required string Channel { get; init; }

    /// <summary>Account.</summary>
    public required string AccountId { get; init; }

    /// <summary>Chat; parts of one chat and account go out in order.</summary>
    public required string ChatId { get; init; }

    /// <summary>Topic.</summary>
    public string? ThreadId { get; init; }

    /// <summary><c>text</c>, <c>media</c> or <c>poll</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Text or caption in the platform's markup.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The same without markup, for a platform that refuses the markup; null: as <see cref="Text"/>.</summary>
    public string? Plain { get; init; }

    /// <summary>Local file or public address.</summary>
    public string? Media { get; init; }

    /// <inheritdoc cref="OutboundMessage.ReplyToId"/>
    public string? ReplyToId { get; init; }

    /// <inheritdoc cref="OutboundMessage.QuoteText"/>
    public string? QuoteText { get; init; }

    /// <inheritdoc cref="OutboundMessage.AsVoice"/>
    public bool AsVoice { get; init; }

    /// <inheritdoc cref="OutboundMessage.GifPlayback"/>
    public bool GifPlayback { get; init; }

    /// <inheritdoc cref="OutboundMessage.Silent"/>
    public bool Silent { get; init; }

    /// <inheritdoc cref="OutboundMessage.Buttons"/>
    public IReadOnlyList<IReadOnlyList<MessageButton>> Buttons { get; init; } = [];

    /// <inheritdoc cref="OutboundMessage.Poll"/>
    public PollContent? Poll { get; init; }
}
