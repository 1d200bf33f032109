using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace OpenClaw.Channels.Chunking;

/// <summary>A fenced code block in Markdown source.</summary>
/// <param name="Start">Where its opening line begins.</param>
/// <param name="End">Behind its closing line; the length of the text when it has none.</param>
/// <param name="Opening">The opening line.</param>
/// <param name="Fence">What closes it.</param>
internal readonly record struct FencedCode(int Start, int End, string Opening, string Fence)
{
    private static readonly MarkdownPipeline s_pipeline = Pipeline();

    /// <summary>True when a cut before this place would tear the block apart.</summary>
    public bool Splits(int at) => at > Start && at < End;

    /// <summary>All blocks of a text, in order.</summary>
    public static IReadOnlyList<FencedCode> In(string text) =>
        text.Contains("```", StringComparison.Ordinal) || text.Contains("~~~", StringComparison.Ordinal)
            ? [.. Markdown.Parse(text, s_pipeline).OfType<FencedCodeBlock>().Select(block => From(text, block))]
            : [];

    private static FencedCode From(string text, FencedCodeBlock block)
    {
        var start = block.Span.Start == 0 ? 0 : text.LastIndexOf('\n', block.Span.Start - 1) + 1;
        var lineEnd = text.IndexOf('\n', block.Span.Start);
        var opening = text[start..(lineEnd < 0 ? text.Length : lineEnd)];
        var end = block.ClosingFencedCharCount > 0 ? Math.Min(text.Length, block.Span.End + 1) : text.Length + 1;
        return new FencedCode(start, end, opening, new string(block.FencedChar, block.OpeningFencedCharCount));
    }

    // Nothing but fences and lines: what is in lists and quotes is not cut differently from other text.
    private static MarkdownPipeline Pipeline()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new FencedCodeBlockParser());
        builder.BlockParsers.Add(new ParagraphBlockParser());
        builder.InlineParsers.Clear();
        return builder.Build();
    }
}
