using OpenClaw.Channels.Formatting;

namespace OpenClaw.Channels.Chunking;

/// <summary>From the Markdown of an answer to messages of WhatsApp (spec 10 §5.4, §5.5).</summary>
public static class WhatsAppText
{
    /// <summary>Used when nothing is configured.</summary>
    public const int DefaultLimit = 4000;

    // WhatsApp's own; beyond it a message does not arrive.
    private const int MaxLength = 65536;

    /// <summary>The messages in order, none longer than the limit, none of them blank; empty when the text says nothing.</summary>
    /// <param name="markdown">The answer.</param>
    /// <param name="limit">UTF-16 units with markup; 0 and less mean what WhatsApp takes.</param>
    /// <param name="mode">How to cut.</param>
    /// <param name="tables">What becomes of tables.</param>
    /// <param name="raw"><c>channels.whatsapp.markdown.raw</c>; true: the Markdown is sent as it was written, tables too.</param>
    public static IReadOnlyList<string> Chunks(
        string markdown, int limit = DefaultLimit, ChunkMode mode = ChunkMode.Length, TableMode tables = TableMode.Bullets, bool raw = false)
    {
        limit = limit <= 0 ? MaxLength : Math.Clamp(limit, CutPoints.MinLimit, MaxLength);
        if (raw)
        {
            var text = FormattedText.WellFormed(markdown);
            var chunks = mode == ChunkMode.Newline ? TextChunks.Paragraphs(text, limit) : TextChunks.Markdown(text, limit);
            return [.. chunks.Where(static chunk => !string.IsNullOrWhiteSpace(chunk))];
        }

        var formatted = WhatsAppMarkup.WithoutLinks(MarkdownReader.Read(markdown, tables));
        return [.. FormattedChunks.Cut(formatted, limit, mode, static part => WhatsAppMarkup.Render(part).Length).Select(part => Within(part, limit))];
    }

    /// <summary>A limit too small for the markup of a part is met without it.</summary>
    private static string Within(FormattedText part, int limit) => WhatsAppMarkup.Render(part) is var markup && markup.Length <= limit ? markup : part.Text;
}
