using System.Text;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>
/// The growing answer of a run as an API streams it: the texts of its messages, with a blank line between them. What was handed out
/// cannot be taken back, so a repeated attempt at a message goes on where the first one got to.
/// </summary>
internal sealed class StreamedText
{
    private const string Break = "\n\n";

    private readonly StringBuilder _shown = new();
    private ReadOnlyMemory<char> _message;
    private bool _between;
    private int _taken;

    /// <summary>All of it.</summary>
    public string Whole => _shown.ToString();

    /// <summary>The current message is now this.</summary>
    public void Say(ReadOnlyMemory<char> text)
    {
        if (_between && text.Length > 0)
        {
            _message = default;
            _between = false;
            Open();
        }

        if (text.Span.StartsWith(_message.Span))
            _shown.Append(text[_message.Length..]);
        else if (_message.Span.StartsWith(text.Span))
            return;
        else
        {
            Open();
            _shown.Append(text);
        }

        _message = text;
    }

    /// <summary>The current message is complete; what is said next is another one.</summary>
    public void EndMessage() => _between = true;

    /// <summary>What is new since the last call; empty when nothing is.</summary>
    public string Take()
    {
        var fresh = _shown.ToString(_taken, _shown.Length - _taken);
        _taken = _shown.Length;
        return fresh;
    }

    private void Open()
    {
        if (_shown.Length > 0)
            _shown.Append(Break);
    }
}
