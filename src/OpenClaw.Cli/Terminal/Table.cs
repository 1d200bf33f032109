using System.Text;

namespace OpenClaw.Cli.Terminal;

/// <summary>
/// A box-drawing table no wider than the screen. The widest column gives way first; its texts wrap. Cells are measured without
/// their colours.
/// </summary>
internal sealed class Table(params string[] headers)
{
    private const int NarrowestColumn = 8;

    private readonly List<string[]> _rows = [];

    public Table Row(params string?[] cells)
    {
        _rows.Add([.. cells.Select(c => c ?? "")]);
        return this;
    }

    public void Write(Screen screen)
    {
        var widths = Widths(screen.Width);
        Rule(screen, widths, '┌', '┬', '┐');
        Cells(screen, widths, [.. headers.Select(screen.Bold)]);
        Rule(screen, widths, '├', '┼', '┤');
        foreach (var row in _rows)
            Cells(screen, widths, row);
        Rule(screen, widths, '└', '┴', '┘');
    }

    private int[] Widths(int screen)
    {
        var widths = headers.Select((h, i) => _rows.Select(r => Length(r[i])).Append(h.Length).Max()).ToArray();
        var room = screen - (3 * headers.Length) - 1;
        while (widths.Sum() > room && widths.Max() > NarrowestColumn)
            widths[Array.IndexOf(widths, widths.Max())]--;
        return widths;
    }

    private static void Rule(Screen screen, int[] widths, char left, char middle, char right) =>
        screen.Line(left + string.Join(middle, widths.Select(w => new string('─', w + 2))) + right);

    private static void Cells(Screen screen, int[] widths, string[] cells)
    {
        var wrapped = cells.Select((c, i) => Wrap(c, widths[i])).ToArray();
        for (var line = 0; line < wrapped.Max(w => w.Count); line++)
        {
            var text = new StringBuilder("│");
            for (var i = 0; i < widths.Length; i++)
            {
                var part = line < wrapped[i].Count ? wrapped[i][line] : "";
                text.Append(' ').Append(part).Append(' ', widths[i] - Length(part)).Append(" │");
            }
            screen.Line(text.ToString());
        }
    }

    private static List<string> Wrap(string text, int width)
    {
        if (Length(text) <= width)
            return [text];
        // A colour that spans lines would run through the border: a cell that wraps is plain.
        text = Plain(text);
        var lines = new List<string>();
        while (text.Length > width)
        {
            var at = text.LastIndexOf(' ', width, width);
            var cut = at > 0 ? at : width;
            lines.Add(text[..cut]);
            text = text[cut..].TrimStart();
        }
        if (text.Length > 0)
            lines.Add(text);
        return lines;
    }

    /// <summary>Characters shown: escape sequences take no room.</summary>
    private static int Length(string text) => text.Contains('\e', StringComparison.Ordinal) ? Plain(text).Length : text.Length;

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\e' && text.IndexOf('m', i) is > 0 and var end)
                i = end;
            else
                plain.Append(text[i]);
        }
        return plain.ToString();
    }
}
