namespace OpenClaw.Agents.Runs;

/// <summary>
/// A text that only grows. What was taken of it stays as it was at no cost: everybody looks at the same characters, and those that follow
/// come behind them. One writer.
/// </summary>
internal sealed class GrowingText
{
    private const int FirstRoom = 256;

    private char[] _room = [];
    private int _length;

    /// <summary>The text so far; does not change with what is appended later.</summary>
    public ReadOnlyMemory<char> SoFar => _room.AsMemory(0, _length);

    public void Append(string text)
    {
        if (_room.Length - _length < text.Length)
            Array.Resize(ref _room, Math.Max(_length + text.Length, Math.Max(FirstRoom, _room.Length * 2)));
        text.CopyTo(_room.AsSpan(_length));
        _length += text.Length;
    }

    /// <summary>Begins another text.</summary>
    public void Restart()
    {
        _room = [];
        _length = 0;
    }
}
