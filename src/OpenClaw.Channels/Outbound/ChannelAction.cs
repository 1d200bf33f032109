namespace OpenClaw.Channels.Outbound;

/// <summary>Something done to or beside a message; not kept when it fails.</summary>
public sealed record ChannelAction
{
    /// <summary><c>react</c>, <c>edit</c>, <c>delete</c>, <c>read</c>, <c>typing</c>, <c>recording</c>, <c>draft</c>, or a channel's own such as <c>sticker</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Chat in the channel's own form.</summary>
    public required string ChatId { get; init; }

    /// <summary>Topic.</summary>
    public string? ThreadId { get; init; }

    /// <summary>The message it is about; null for typing.</summary>
    public string? MessageId { get; init; }

    /// <summary>Author of that message in a group, as the platform names them.</summary>
    public string? Participant { get; init; }

    /// <summary>True when that message is our own; null: not known.</summary>
    public bool? FromMe { get; init; }

    /// <summary>Reaction; empty removes it.</summary>
    public string Emoji { get; init; } = string.Empty;

    /// <summary>New text (Markdown) of an edit; text of a draft.</summary>
    public string? Text { get; init; }

    /// <summary>Buttons of an edit: null keeps them, empty removes them.</summary>
    public IReadOnlyList<IReadOnlyList<MessageButton>>? Buttons { get; init; }

    /// <summary>Members of a channel's own action, e.g. the id of a sticker.</summary>
    public System.Text.Json.Nodes.JsonObject? More { get; init; }

    /// <summary>True when the gateway does it by itself, e.g. an acknowledgement: what callers and agents may not do does not hold for it.</summary>
    public bool IsAutomatic { get; init; }
}
