using OpenClaw.Channels.Formatting;

namespace OpenClaw.Channels.Chunking;

/// <summary>What is said along with a file on Telegram (spec 10 §5.6).</summary>
/// <param name="Caption">Goes with the file; null when there is nothing to say, or too much.</param>
/// <param name="FollowUp">Markdown that is sent behind the file, with its buttons, as messages of its own; null when the caption says all.</param>
public sealed record TelegramCaption(TelegramChunk? Caption, string? FollowUp)
{
    /// <summary>UTF-16 units behind Telegram's reading of the markup.</summary>
    public const int MaxLength = 1024;

    /// <summary>A text is never divided between the two.</summary>
    /// <param name="markdown">The answer.</param>
    /// <param name="tables">What becomes of tables.</param>
    public static TelegramCaption Split(string? markdown, TableMode tables = TableMode.Code)
    {
        var text = markdown?.Trim() ?? string.Empty;
        var formatted = MarkdownReader.Read(text, tables);
        if (string.IsNullOrWhiteSpace(formatted.Text))
            return new TelegramCaption(null, null);
        return formatted.Text.Length > MaxLength
            ? new TelegramCaption(null, text)
            : new TelegramCaption(TelegramText.Chunk(formatted), null);
    }
}
