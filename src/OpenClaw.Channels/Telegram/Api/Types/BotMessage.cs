namespace OpenClaw.Channels.Telegram.Api.Types;

/// <summary>A message, received or sent.</summary>
internal sealed record BotMessage
{
    public long MessageId { get; set; }

    public long? MessageThreadId { get; set; }

    public BotUser? From { get; set; }

    public BotChat? SenderChat { get; set; }

    public long Date { get; set; }

    public BotChat Chat { get; set; } = new();

    public string? Text { get; set; }

    public IReadOnlyList<BotEntity> Entities { get; set; } = [];

    public string? Caption { get; set; }

    public IReadOnlyList<BotEntity> CaptionEntities { get; set; } = [];

    public string? MediaGroupId { get; set; }

    public BotMessage? ReplyToMessage { get; set; }

    public BotQuote? Quote { get; set; }

    public BotOrigin? ForwardOrigin { get; set; }

    public BotUser? ForwardFrom { get; set; }

    public BotChat? ForwardFromChat { get; set; }

    public string? ForwardSignature { get; set; }

    public string? ForwardSenderName { get; set; }

    public long? ForwardDate { get; set; }

    public IReadOnlyList<BotMedia> Photo { get; set; } = [];

    public BotMedia? Video { get; set; }

    public BotMedia? VideoNote { get; set; }

    public BotMedia? Animation { get; set; }

    public BotMedia? Document { get; set; }

    public BotMedia? Audio { get; set; }

    public BotMedia? Voice { get; set; }

    public BotMedia? Sticker { get; set; }

    public BotLocation? Location { get; set; }

    public BotVenue? Venue { get; set; }

    public BotContact? Contact { get; set; }

    public BotPoll? Poll { get; set; }

    public long? MigrateToChatId { get; set; }

    /// <summary>Present in the message with which a topic began; every message of the topic answers it.</summary>
    public BotTopic? ForumTopicCreated { get; set; }
}

internal sealed record BotTopic
{
    public string? Name { get; set; }
}

internal sealed record BotPoll
{
    public string? Id { get; set; }

    public string? Question { get; set; }
}
