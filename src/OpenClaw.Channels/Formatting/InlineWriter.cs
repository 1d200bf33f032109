using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace OpenClaw.Channels.Formatting;

/// <summary>Writes what stands inside a paragraph.</summary>
/// <param name="output">Takes it.</param>
internal sealed class InlineWriter(FormattedTextBuilder output)
{
    // Nobody writes this; it is a way to use up the stack.
    private const int MaxDepth = 100;

    private bool _inLink;

    /// <summary>False when something was nested too deeply to be written.</summary>
    public bool Complete { get; private set; } = true;

    public void Write(ContainerInline? container, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            Complete = false;
            return;
        }

        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
            Write(inline, depth);
    }

    private void Write(Inline inline, int depth)
    {
        var start = output.Length;
        switch (inline)
        {
            case LiteralInline literal:
                output.Append(literal.Content.AsSpan());
                break;
            case LineBreakInline { NextSibling: null }:
                // Left over where a table begins on the next line.
                break;
            case LineBreakInline:
                output.Append('\n');
                break;
            case CodeInline code:
                output.Append(code.Content);
                output.Style(start, TextStyle.Code);
                break;
            case HtmlEntityInline entity:
                output.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline auto:
                output.Append(auto.Url);
                Link(start, auto.IsEmail ? $"mailto:{auto.Url}" : auto.Url);
                break;
            case EmphasisInline emphasis:
                Write(emphasis, depth + 1);
                output.Style(start, StyleOf(emphasis));
                break;
            case LinkInline { IsImage: true } image:
                output.Append(AltText(image));
                break;
            case LinkInline link:
                var outer = _inLink;
                _inLink = true;
                Write(link, depth + 1);
                _inLink = outer;
                Link(start, link.GetDynamicUrl?.Invoke() ?? link.Url);
                break;
            case DelimiterInline delimiter:
                output.Append(delimiter.ToLiteral());
                Write(delimiter, depth + 1);
                break;
            case ContainerInline other:
                Write(other, depth + 1);
                break;
            default:
                break;
        }
    }

    private void Link(int start, string? url)
    {
        if (!_inLink && LinkTargets.Accept(url) is { } target)
            output.Link(start, target);
    }

    private static TextStyle StyleOf(EmphasisInline emphasis) => emphasis switch
    {
        { DelimiterChar: '~' } => TextStyle.Strike,
        { DelimiterCount: 2 } => TextStyle.Bold,
        _ => TextStyle.Italic,
    };

    private static string AltText(LinkInline image)
    {
        var text = new StringBuilder();
        foreach (var part in image.Descendants<LeafInline>())
        {
            _ = part switch
            {
                LiteralInline literal => text.Append(literal.Content.AsSpan()),
                CodeInline code => text.Append(code.Content),
                HtmlEntityInline entity => text.Append(entity.Transcoded.AsSpan()),
                LineBreakInline => text.Append(' '),
                _ => text,
            };
        }

        return text.ToString();
    }
}
