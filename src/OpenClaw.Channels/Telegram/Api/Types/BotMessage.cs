namespace OpenClaw.Channels.Telegram.Api.Types;

/// <summary>A message, received or sent.</summary>
internal sealed record BotMessage
{
    public long MessageId { get; init; }

    public long? MessageThreadId { get; init; }

    public BotUser? From { get; init; }

    public BotChat? SenderChat { get; init; }

    public long Date { get; init; }

    public BotChat Chat { get; init; } = new();

    public string? Text { get; init; }

    public IReadOnlyList<BotEntity> Entities { get; init; } = [];

    public string? Caption { get; init; }

    public IReadOnlyList<BotEntity> CaptionEntities { get; init; } = [];

    public string? MediaGroupId { get; init; }

    public BotMessage? ReplyToMessage { get; init; }

    public BotQuote? Quote { get; init; }

    public BotOrigin? ForwardOrigin { get; init; }

    public BotUser? ForwardFrom { get; init; }

    public BotChat? ForwardFromChat { get; init; }

    public string? ForwardSignature { get; init; }

    public string? ForwardSenderName { get; init; }

    public long? ForwardDate { get; init; }

    public IReadOnlyList<BotMedia> Photo { get; init; } = [];

    public BotMedia? Video { get; init; }

    public BotMedia? VideoNote { get; init; }

    public BotMedia? Animation { get; init; }

    public BotMedia? Document { get; init; }

    public BotMedia? Audio { get; init; }

    public BotMedia? Voice { get; init; }

    public BotMedia? Sticker { get; init; }

    public BotLocation? Location { get; init; }

    public BotVenue? Venue { get; init; }

    public BotContact? Contact { get; init; }

    public BotPoll? Poll { get; init; }

    public long? MigrateToChatId { get; init; }

    /// <summary>Present in the message with which a topic began; every message of the topic answers it.</summary>
    public BotTopic? ForumTopicCreated { get; init; }
}

internal sealed record BotTopic
{
    public string? Name { get; init; }
}

internal sealed record BotPoll
{
    public string? Id { get; init; }

    public string? Question { get; init; }
}
