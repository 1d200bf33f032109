using OpenClaw.Channels.Telegram.Api.Types;
using OpenClaw.Channels.Telegram.Stickers;

namespace OpenClaw.Channels.Telegram.Mapping;

/// <summary>What the reading of an update depends on besides the update.</summary>
internal sealed record MappingContext
{
    public required string AccountId { get; init; }

    /// <summary>Who we are.</summary>
    public required BotUser Me { get; init; }

    /// <summary>For what carries no time of its own, epoch milliseconds.</summary>
    public required long Now { get; init; }

    /// <summary><c>off</c>, <c>own</c> or <c>all</c>.</summary>
    public string Reactions { get; init; } = "own";

    /// <summary>The topic of a message that we sent; <c>Known</c> is false when it is none of ours.</summary>
    public Func<long, long, (bool Known, int? Topic)> Sent { get; init; } = static (_, _) => (false, null);

    /// <summary>What is known of a sticker by its unique id; null: nothing yet.</summary>
    public Func<string, StickerEntry?> Sticker { get; init; } = static _ => null;
}
