namespace OpenClaw.Channels.Inbound;

/// <summary>
/// Something that happened on a channel, in platform facts only: no policy is applied yet. Kept in the journal as JSON
/// (<see cref="ChannelsJson"/>) until it is dealt with, so everything needed later must be in it.
/// </summary>
public sealed record InboundEvent
{
    /// <summary>Channel id.</summary>
    public required string Channel { get; init; }

    /// <summary>Account of ours that received it.</summary>
    public required string AccountId { get; init; }

    /// <summary>Unique within channel and account for ever, e.g. <c>update:123</c> or <c>&lt;chat&gt;:&lt;message id&gt;</c>: the second event of a key is a duplicate.</summary>
    public required string Key { get; init; }

    /// <summary><c>message</c>, <c>callback</c> (a button was pressed; <see cref="Text"/> is its data), <c>reaction</c>, <c>edit</c>, <c>delete</c>, <c>migrate</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Chat as the platform addresses it: Telegram chat id, WhatsApp JID.</summary>
    public required string ChatId { get; init; }

    /// <summary><c>direct</c>, <c>group</c> or <c>channel</c>.</summary>
    public required string ChatType { get; init; }

    /// <summary>
    /// Peer for routing and session keys: E.164 or group JID on WhatsApp, chat id on Telegram; group with topic as <c>&lt;chat&gt;:topic:&lt;n&gt;</c> (spec 10 §2).
    /// </summary>
    public required string PeerId { get; init; }

    /// <summary>Title of a group.</summary>
    public string? ChatTitle { get; init; }

    /// <summary>True for a Telegram forum.</summary>
    public bool IsForum { get; init; }

    /// <summary>Topic or thread.</summary>
    public string? ThreadId { get; init; }

    /// <summary>The platform's id of the message; for callbacks the callback id; for reactions the message that was reacted to.</summary>
    public string? MessageId { get; init; }

    /// <summary>Who did it.</summary>
    public required InboundSender Sender { get; init; }

    /// <summary>When, epoch milliseconds.</summary>
    public long Timestamp { get; init; }

    /// <summary>What was written or pressed, with links of entities as Markdown; empty with media alone.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Attachments, not downloaded yet.</summary>
    public IReadOnlyList<InboundMedia> Media { get; init; } = [];

    /// <summary>Album of which this is one part.</summary>
    public string? AlbumId { get; init; }

    /// <summary>The message it answers.</summary>
    public InboundQuote? ReplyTo { get; init; }

    /// <summary>Where it was forwarded from.</summary>
    public InboundForward? Forward { get; init; }

    /// <summary>A place.</summary>
    public InboundLocation? Location { get; init; }

    /// <summary>Mentions as the platform marks them.</summary>
    public InboundMentions Mentions { get; init; } = new();

    /// <summary>Written by our own account on another device.</summary>
    public bool FromMe { get; init; }

    /// <summary>It waited at the service while we were away.</summary>
    public bool IsOffline { get; init; }

    /// <summary>Emoji of a reaction; empty when it was taken away.</summary>
    public string? Emoji { get; init; }

    /// <summary>New chat id of <c>migrate</c>.</summary>
    public string? NewChatId { get; init; }

    /// <summary>Members of a group as far as they are known, e.g. <c>Ann (+45…)</c>.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>For the intake alone: null in everything that channels offer.</summary>
    public InboundCopy? Copy { get; init; }

    /// <summary>Facts of one channel alone that its own code needs later; null: none.</summary>
    public System.Text.Json.JsonElement? Native { get; init; }
}
