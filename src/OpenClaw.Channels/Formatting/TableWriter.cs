using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace OpenClaw.Channels.Formatting;

/// <summary>Writes a table as something that a chat can show.</summary>
/// <param name="output">Takes it.</param>
/// <param name="cell">Reads what stands in a cell.</param>
internal sealed class TableWriter(FormattedTextBuilder output, Func<LeafBlock, FormattedText> cell)
{
    private const int MinDashes = 3;
    private static readonly FormattedText s_empty = FormattedText.Plain(string.Empty);

    public void Write(Table table, TableMode mode)
    {
        var rows = table.OfType<TableRow>().Select(row => (row.IsHeader, Cells: Cells(row))).ToList();
        var header = rows.FirstOrDefault(static r => r.IsHeader).Cells ?? [];
        var body = rows.Where(static r => !r.IsHeader).Select(static r => r.Cells).ToList();
        if (mode == TableMode.Code)
            Columns(header, body);
        else
            Bullets(header, body);
    }

    private List<FormattedText> Cells(TableRow row) =>
        [.. row.OfType<TableCell>().Select(c => c.Descendants<LeafBlock>().FirstOrDefault() is { } text ? cell(text) : s_empty)];

    private void Columns(List<FormattedText> header, List<List<FormattedText>> body)
    {
        var count = body.Select(static r => r.Count).Append(header.Count).Max();
        var widths = Enumerable.Range(0, count).Select(i => body.Append(header).Max(row => At(row, i).Text.Length)).ToArray();
        var start = output.Length;
        Row(header, widths);
        output.Append('|');
        foreach (var width in widths)
        {
            output.Append(' ');
            output.Append('-', Math.Max(MinDashes, width));
            output.Append(" |");
        }

        output.Append('\n');
        foreach (var row in body)
            Row(row, widths);
        output.Style(start, TextStyle.CodeBlock);
    }

    private void Row(List<FormattedText> row, int[] widths)
    {
        output.Append('|');
        for (var i = 0; i < widths.Length; i++)
        {
            var text = At(row, i);
            output.Append(' ');
            output.Append(text, withLinks: false);
            output.Append(' ', widths[i] - text.Text.Length);
            output.Append(" |");
        }

        output.Append('\n');
    }

    private void Bullets(List<FormattedText> header, List<List<FormattedText>> body)
    {
        foreach (var (row, index) in body.Select(static (row, index) => (row, index)))
        {
            var labelled = header.Count > 1;
            if (labelled && index > 0)
                output.Append('\n');
            if (labelled && At(row, 0) is { Text.Length: > 0 } label)
            {
                var start = output.Length;
                output.Append(label);
                output.Style(start, TextStyle.Bold);
                output.Append('\n');
            }

            for (var i = labelled ? 1 : 0; i < row.Count; i++)
                Bullet(At(header, i), row[i]);
        }
    }

    private void Bullet(FormattedText name, FormattedText value)
    {
        if (value.Text.Length == 0)
            return;
        output.Append("• ");
        if (name.Text.Length > 0)
        {
            output.Append(name);
            output.Append(": ");
        }

        output.Append(value);
        output.Append('\n');
    }

    private static FormattedText At(List<FormattedText> row, int index) => index < row.Count ? row[index] : s_empty;
}
