using System.Globalization;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace OpenClaw.Channels.Formatting;

/// <summary>
/// Reads the Markdown of a model: CommonMark with tables and strike-through; HTML is text like any other (spec 10 §5.5). Never fails: what no
/// sensible text looks like (nesting or length without end) is taken as plain text.
/// </summary>
public sealed class MarkdownReader
{
    // Deeper than any list that a chat could show.
    private const int MaxDepth = 32;
    private const int IndentOfLevel = 2;

    // Two dozen messages. Some marks cost the parser time in the square of their number; a text like that is not formatted any more.
    private const int MaxLength = 100_000;

    private static readonly MarkdownPipeline s_plain = Builder().Build();
    private static readonly MarkdownPipeline s_withTables = Builder().UsePipeTables(new PipeTableOptions { UseHeaderForColumnCount = true }).Build();

    private readonly FormattedTextBuilder _output = new();
    private readonly InlineWriter _inlines;
    private readonly TableWriter _tables;
    private readonly TableMode _mode;
    private bool _complete = true;

    private MarkdownReader(TableMode mode)
    {
        _mode = mode;
        _inlines = new InlineWriter(_output);
        _tables = new TableWriter(_output, Cell);
    }

    /// <summary>The text, its looks and its links; bare addresses are links too.</summary>
    public static FormattedText Read(string markdown, TableMode tables)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        if (markdown.Length > MaxLength)
            return BareLinks.Find(FormattedText.Plain(markdown));
        try
        {
            var document = Markdown.Parse(FormattedText.WellFormed(markdown), tables == TableMode.Off ? s_plain : s_withTables);
            var reader = new MarkdownReader(tables);
            reader.Blocks(document, 0, 0, first: false);
            return BareLinks.Find(reader._complete && reader._inlines.Complete ? reader._output.Build() : FormattedText.Plain(markdown));
        }
        catch (ArgumentException)
        {
            // The parser's answer to nesting without end.
            return FormattedText.Plain(markdown);
        }
    }

    private static MarkdownPipelineBuilder Builder() => new MarkdownPipelineBuilder().DisableHtml().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);

    /// <param name="container">Holds the blocks.</param>
    /// <param name="level">Lists around it.</param>
    /// <param name="depth">Blocks around it.</param>
    /// <param name="first">True when it goes behind the mark of a list item, on the same line.</param>
    private void Blocks(ContainerBlock container, int level, int depth, bool first)
    {
        if (depth > MaxDepth)
        {
            _complete = false;
            return;
        }

        foreach (var block in container)
        {
            Write(block, level, depth, first);
            first = false;
        }
    }

    private void Write(Block block, int level, int depth, bool first)
    {
        switch (block)
        {
            case ListBlock list:
                _output.BeginLine();
                Items(list, level, depth);
                break;
            case QuoteBlock quote:
                Blocks(quote, level, depth + 1, first);
                if (level == 0)
                    _output.Append('\n');
                break;
            case CodeBlock code:
                _output.BeginLine();
                Code(code);
                Separate(level);
                break;
            case Table table:
                _output.BeginLine();
                _tables.Write(table, _mode);
                Separate(level);
                break;
            case ThematicBreakBlock:
                _output.Append('\n');
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case ContainerBlock other:
                Blocks(other, level, depth + 1, first);
                break;
            case LeafBlock { Inline: { } inline }:
                Text(inline, level, first);
                break;
            default:
                break;
        }
    }

    private void Text(ContainerInline inline, int level, bool first)
    {
        if (level > 0 && !first)
        {
            _output.BeginLine();
            _output.Append(' ', level * IndentOfLevel);
        }

        _inlines.Write(inline);
        if (level == 0)
            _output.Append("\n\n");
    }

    private void Items(ListBlock list, int level, int depth)
    {
        var number = long.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            _output.BeginLine();
            _output.Append(' ', level * IndentOfLevel);
            _output.Append(list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "• ");
            Blocks(item, level + 1, depth + 1, first: true);
            _output.BeginLine();
        }

        Separate(level);
    }

    private void Code(CodeBlock block)
    {
        var start = _output.Length;
        for (var i = 0; i < block.Lines.Count; i++)
        {
            _output.Append(block.Lines.Lines[i].Slice.AsSpan());
            _output.Append('\n');
        }

        _output.Style(start, TextStyle.CodeBlock, Language((block as FencedCodeBlock)?.Info));
    }

    private static string? Language(string? info)
    {
        var name = info?.Trim() ?? string.Empty;
        return name.Length is > 0 and <= 32 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '+' or '#' or '.' or '-') ? name : null;
    }

    /// <summary>A blank line between this block and the next, outside lists.</summary>
    private void Separate(int level)
    {
        if (level == 0)
            _output.Append('\n');
    }

    private FormattedText Cell(LeafBlock text)
    {
        var cell = new FormattedTextBuilder();
        var inlines = new InlineWriter(cell);
        inlines.Write(text.Inline);
        _complete &= inlines.Complete;
        return cell.Build();
    }
}
