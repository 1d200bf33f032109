using OpenClaw.Channels.Formatting;

namespace OpenClaw.Channels.Chunking;

/// <summary>From the Markdown of an answer to messages of Telegram (spec 10 §5.4, §5.5).</summary>
public static class TelegramText
{
    /// <summary>What Telegram takes, in characters behind its reading of the markup.</summary>
    public const int MaxLength = 4096;

    /// <summary>Used when nothing is configured.</summary>
    public const int DefaultLimit = 4000;

    /// <summary>
    /// The messages in order, none longer than the limit without its markup, none of them blank; empty when the text says nothing.
    /// </summary>
    /// <param name="markdown">The answer.</param>
    /// <param name="limit">UTF-16 units; 0 and less, and more than Telegram takes, mean what Telegram takes.</param>
    /// <param name="mode">How to cut.</param>
    /// <param name="tables">What becomes of tables.</param>
    public static IReadOnlyList<TelegramChunk> Chunks(
        string markdown, int limit = DefaultLimit, ChunkMode mode = ChunkMode.Length, TableMode tables = TableMode.Code) =>
        [.. FormattedChunks.Cut(MarkdownReader.Read(markdown, tables), limit <= 0 ? MaxLength : Math.Min(limit, MaxLength), mode).Select(Chunk)];

    internal static TelegramChunk Chunk(FormattedText text) => new(TelegramHtml.Render(text), text.Text);
}
