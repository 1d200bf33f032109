using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Json5;

/// <summary>
/// A parsed JSON5 text (spec 11 §7): the values, and where each stands. Comments and layout are not in the tree; they are still in
/// <see cref="Text"/>, and <see cref="Json5Editor"/> leaves them where they are.
/// </summary>
public sealed class Json5Document
{
    /// <summary>
    /// Nesting allowed. A config is ten levels deep; what goes beyond fifty is an attack or an accident, and 64 is where JSON readers
    /// of the clients that are shown the config give up.
    /// </summary>
    public const int MaxDepth = 50;

    private int[]? _lineStarts;

    private Json5Document(string text, Json5Node root)
    {
        Text = text;
        Root = root;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The one value of the text.</summary>
    public Json5Node Root { get; }

    /// <summary>True when the text holds remarks beside its values.</summary>
    public bool HasComments
    {
        get
        {
            for (var i = 0; i < Text.Length; i++)
            {
                if (Text[i] == '/')
                    return true;
                if (Text[i] is not ('"' or '\''))
                    continue;
                for (var quote = Text[i++]; Text[i] != quote; i++)
                {
                    if (Text[i] == '\\')
                        i++;
                }
            }
            return false;
        }
    }

    /// <summary>Parses a text. Never throws for bad input.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Json5Document? document, [NotNullWhen(false)] out Json5Error? error)
    {
        try
        {
            document = new Json5Document(text, new Json5Parser(text).Parse());
            error = null;
            return true;
        }
        catch (Json5SyntaxException e)
        {
            document = null;
            var (line, column) = PositionOf(LineStartsOf(text), e.Offset);
            error = new Json5Error(e.Message, line, column);
            return false;
        }
    }

    /// <summary>The document as plain JSON.</summary>
    public JsonNode? ToJson() => Root.ToJson();

    /// <summary>Line and column, both from 1, of an offset.</summary>
    public (int Line, int Column) PositionOf(int offset) => PositionOf(_lineStarts ??= LineStartsOf(Text), offset);

    /// <summary>
    /// Where the value at a path stands: the place of its key, or of the item. When the path leads nowhere, the place of the deepest
    /// part that exists.
    /// </summary>
    /// <param name="path">Member names, and item numbers as decimal text.</param>
    public (int Line, int Column) Locate(IEnumerable<string> path) => PositionOf(OffsetOf(path));

    private int OffsetOf(IEnumerable<string> path)
    {
        var node = Root;
        var offset = node.Start;
        foreach (var segment in path)
        {
            var entry = node.Kind == Json5Kind.Array
                ? int.TryParse(segment, out var index) && index >= 0 && index < node.Entries.Count ? node.Entries[index] : null
                : node.Member(segment);
            if (entry is null)
                break;
            node = entry.Value;
            offset = entry.Start;
        }
        return offset;
    }

    private static (int Line, int Column) PositionOf(int[] lineStarts, int offset)
    {
        var line = Array.BinarySearch(lineStarts, offset);
        if (line < 0)
            line = ~line - 1;
        return (line + 1, offset - lineStarts[line] + 1);
    }

    private static int[] LineStartsOf(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1))
            starts.Add(i + 1);
        return [.. starts];
    }
}
