namespace OpenClaw.Channels.Telegram.Api.Types;

/// <summary>Something that happened. Kinds that are not listed here leave every member empty.</summary>
internal sealed record BotUpdate
{
    public long UpdateId { get; set; }

    public BotMessage? Message { get; set; }

    public BotCallback? CallbackQuery { get; set; }

    public BotReactionChange? MessageReaction { get; set; }

    public BotMemberChange? MyChatMember { get; set; }

    /// <summary>Name of what is in it, or <c>unknown</c>.</summary>
    public string Kind =>
        Message is not null ? "message"
        : CallbackQuery is not null ? "callback_query"
        : MessageReaction is not null ? "message_reaction"
        : MyChatMember is not null ? "my_chat_member"
        : "unknown";
}

internal sealed record BotCallback
{
    public required string Id { get; set; }

    public required BotUser From { get; set; }

    /// <summary>Null for a button under an inline message.</summary>
    public BotMessage? Message { get; set; }

    public string? Data { get; set; }
}

internal sealed record BotReactionChange
{
    public required BotChat Chat { get; set; }

    public long MessageId { get; set; }

    /// <summary>Null for an anonymous one.</summary>
    public BotUser? User { get; set; }

    public long Date { get; set; }

    public IReadOnlyList<BotReaction> OldReaction { get; set; } = [];

    public IReadOnlyList<BotReaction> NewReaction { get; set; } = [];
}

/// <summary><c>emoji</c>, <c>custom_emoji</c> or <c>paid</c>.</summary>
internal sealed record BotReaction
{
    public string? Type { get; set; }

    public string? Emoji { get; set; }
}

internal sealed record BotMemberChange
{
    public required BotChat Chat { get; set; }

    public required BotUser From { get; set; }

    public required BotMember NewChatMember { get; set; }
}

internal sealed record BotMember
{
    public required string Status { get; set; }
}
