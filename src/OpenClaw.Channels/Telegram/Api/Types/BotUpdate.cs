namespace OpenClaw.Channels.Telegram.Api.Types;

/// <summary>Something that happened. Kinds that are not listed here leave every member empty.</summary>
internal sealed record BotUpdate
{
    public long UpdateId { get; init; }

    public BotMessage? Message { get; init; }

    public BotCallback? CallbackQuery { get; init; }

    public BotReactionChange? MessageReaction { get; init; }

    public BotMemberChange? MyChatMember { get; init; }

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
    public required string Id { get; init; }

    public required BotUser From { get; init; }

    /// <summary>Null for a button under an inline message.</summary>
    public BotMessage? Message { get; init; }

    public string? Data { get; init; }
}

internal sealed record BotReactionChange
{
    public required BotChat Chat { get; init; }

    public long MessageId { get; init; }

    /// <summary>Null for an anonymous one.</summary>
    public BotUser? User { get; init; }

    public long Date { get; init; }

    public IReadOnlyList<BotReaction> OldReaction { get; init; } = [];

    public IReadOnlyList<BotReaction> NewReaction { get; init; } = [];
}

/// <summary><c>emoji</c>, <c>custom_emoji</c> or <c>paid</c>.</summary>
internal sealed record BotReaction
{
    public string? Type { get; init; }

    public string? Emoji { get; init; }
}

internal sealed record BotMemberChange
{
    public required BotChat Chat { get; init; }

    public required BotUser From { get; init; }

    public required BotMember NewChatMember { get; init; }
}

internal sealed record BotMember
{
    public required string Status { get; init; }
}
