using System.Text;

namespace OpenClaw.Agents.Tools.Files;

/// <summary>Some lines of a text that may be huge: it is read once, in pieces, and never held whole.</summary>
internal sealed class LineSlice(int first, int maxLines, int maxBytes)
{
    private readonly StringBuilder _text = new();
    private long _line = 1;
    private int _taken;
    private int _bytes;
    private bool _full;
    private bool _cutInLine;
    private bool _open;

    /// <summary>Lines of the whole text.</summary>
    public long Total { get; private set; }

    /// <summary>The lines asked for, without a line end after the last.</summary>
    public string Text => _text.ToString();

    /// <summary>What is missing, in words; null when nothing is.</summary>
    public string? Note
    {
        get
        {
            if (_cutInLine)
                return $"line {first + _taken - 1} was cut at {maxBytes / 1024} KB; the file has {Total} lines. Use exec to see the rest of that line.";
            var next = first + _taken;
            return next > Total ? null : $"{Total - next + 1} more lines in the file, use offset={next} to go on";
        }
    }

    public async Task ReadAsync(TextReader reader, CancellationToken ct)
    {
        var buffer = new char[16 * 1024];
        int count;
        var any = false;
        var last = '\0';
        while ((count = await reader.ReadAsync(buffer, ct).ConfigureAwait(false)) > 0)
        {
            any = true;
            last = buffer[count - 1];
            Take(buffer.AsSpan(0, count));
        }

        Total = any ? (last == '\n' ? _line - 1 : _line) : 0;
        if (_text.Length > 0 && _text[^1] == '\n')
            _text.Length--;
        if (_text.Length > 0 && _text[^1] == '\r')
            _text.Length--;
    }

    private void Take(ReadOnlySpan<char> piece)
    {
        while (!piece.IsEmpty)
        {
            var end = piece.IndexOf('\n');
            var part = end < 0 ? piece : piece[..(end + 1)];
            Add(part);
            if (end >= 0)
            {
                _line++;
                _open = false;
            }

            piece = piece[part.Length..];
        }
    }

    private void Add(ReadOnlySpan<char> part)
    {
        if (_line < first || _full)
            return;
        var bytes = Encoding.UTF8.GetByteCount(part);
        if (!_open)
        {
            if (_taken == maxLines || (_taken > 0 && _bytes + bytes > maxBytes))
            {
                _full = true;
                return;
            }

            _taken++;
            _open = true;
        }

        if (_bytes + bytes > maxBytes)
        {
            // One line alone that is too long, or one that turned out to be while it was read.
            _full = true;
            _cutInLine = true;
            part = part[..Math.Clamp(maxBytes - _bytes, 0, part.Length)];
            if (!part.IsEmpty && char.IsHighSurrogate(part[^1]))
                part = part[..^1];
        }

        _text.Append(part);
        _bytes += bytes;
    }
}
