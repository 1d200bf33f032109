namespace OpenClaw.Channels.Outbound;

/// <summary>A message on its way out, before it is divided into what the platform takes.</summary>
public sealed record OutboundMessage
{
    /// <summary>Channel id.</summary>
    public required string Channel { get; init; }

    /// <summary>Account it goes out on.</summary>
    public required string AccountId { get; init; }

    /// <summary>Chat in the channel's own form (<see cref="TargetResolution.ChatId"/>).</summary>
    public required string ChatId { get; init; }

    /// <summary>Topic.</summary>
    public string? ThreadId { get; init; }

    /// <summary>Markdown; empty with media alone.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Local files (already confined) or public addresses.</summary>
    public IReadOnlyList<string> Media { get; init; } = [];

    /// <summary>Message it answers.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>The words of that message that are quoted.</summary>
    public string? QuoteText { get; init; }

    /// <summary>Audio goes out as a voice note.</summary>
    public bool AsVoice { get; init; }

    /// <summary>Video plays like a GIF.</summary>
    public bool GifPlayback { get; init; }

    /// <summary>Without a sound on the other side.</summary>
    public bool Silent { get; init; }

    /// <summary>Rows of buttons under the text.</summary>
    public IReadOnlyList<IReadOnlyList<MessageButton>> Buttons { get; init; } = [];

    /// <summary>A poll in place of text and media.</summary>
    public PollContent? Poll { get; init; }

    /// <summary>True for the answer of a run, false for a send somebody asked for: only the former's first part is threaded by <c>replyToMode</c>.</summary>
    public bool IsReply { get; init; }
}
