using System.Globalization;
using System.Text;

namespace OpenClaw.Nodes.Execution;

/// <summary>
/// Turns raw output into text for models and people: invalid UTF-8 replaced, terminal sequences and control characters removed, also
/// when they are split between two pieces. Not safe for concurrent use.
/// </summary>
public sealed class OutputCleaner
{
    private const char Escape = '\u001B';

    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private State _state;

    private enum State
    {
        Text,
        Escape,
        Control,
        String,
        StringEscape,
    }

    /// <summary>The visible text of the next piece. <paramref name="last"/>: nothing follows, so a half character is replaced.</summary>
    public string Push(ReadOnlySpan<byte> data, bool last = false)
    {
        var chars = new char[_decoder.GetCharCount(data, last)];
        var count = _decoder.GetChars(data, chars, last);
        var text = new StringBuilder(count);
        foreach (var c in chars.AsSpan(0, count))
        {
            if (Visible(c))
                text.Append(c);
        }

        return text.ToString();
    }

    private bool Visible(char c)
    {
        switch (_state)
        {
            case State.Escape:
                _state = c switch
                {
                    '[' => State.Control,
                    ']' or 'P' or '_' or '^' or 'X' => State.String,
                    '(' or ')' or '#' or ' ' => State.Escape,
                    _ => State.Text,
                };
                return false;
            case State.Control:
                if (c is >= '@' and <= '~')
                    _state = State.Text;
                return false;
            case State.String:
                _state = c switch { '\a' => State.Text, Escape => State.StringEscape, '\n' => State.Text, _ => State.String };
                return c == '\n';
            case State.StringEscape:
                _state = c == '\\' ? State.Text : State.String;
                return false;
            default:
                if (c == Escape)
                    _state = State.Escape;
                return c is '\n' or '\t' || (!char.IsControl(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format);
        }
    }
}
