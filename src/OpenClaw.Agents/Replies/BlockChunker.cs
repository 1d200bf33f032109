using System.Text;

namespace OpenClaw.Agents.Replies;

/// <summary>Cuts an answer into blocks while it grows (spec 08 §17). Not thread-safe.</summary>
public sealed class BlockChunker(BlockChunking chunking)
{
    private readonly BlockChunking _chunking = chunking.Within(int.MaxValue);
    private readonly StringBuilder _text = new();

    /// <summary>True when something waits for more.</summary>
    public bool HasText => _text.Length > 0;

    /// <summary>Takes more text; the blocks that are complete now.</summary>
    public IReadOnlyList<string> Append(string text)
    {
        _text.Append(text);
        var blocks = new List<string>();
        while (Next() is { } block)
        {
            if (!string.IsNullOrWhiteSpace(block))
                blocks.Add(block);
        }

        return blocks;
    }

    /// <summary>The rest, at the end of a message.</summary>
    public IReadOnlyList<string> Flush()
    {
        var rest = _text.ToString();
        _text.Clear();
        return TextChunker.Split(rest, _chunking.MaxChars);
    }

    private string? Next()
    {
        if (_text.Length < _chunking.MinChars)
            return null;
        var text = _text.ToString();
        if (text.Length <= _chunking.MaxChars)
        {
            var at = TextCutter.Soft(text, _chunking.MinChars, text.Length, _chunking.Preference, CodeFence.In(text));
            return at == 0 ? null : Taken(text[..at].TrimEnd(), text[at..].TrimStart());
        }

        var (first, rest) = TextCutter.Cut(text, _chunking.MinChars, _chunking.MaxChars, _chunking.Preference);
        return Taken(first, rest);
    }

    private string Taken(string block, string rest)
    {
        _text.Clear().Append(rest);
        return block;
    }
}
