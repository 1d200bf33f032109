using System.Text;

namespace OpenClaw.Nodes.Approvals;

/// <summary>
/// Reads the words of a command line by the rules that all shells of the Bourne family share. What they do not share, or what could start
/// another command, is a <see cref="Problem"/>.
/// </summary>
internal sealed class ShellScanner(string line)
{
    private int _at;

    /// <summary>Why the line cannot be analysed; null so far.</summary>
    public string? Problem { get; private set; }

    /// <summary>True when nothing follows.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>The next word; null at the end of a command (or with a <see cref="Problem"/>).</summary>
    public ShellWord? Next()
    {
        while (_at < line.Length && line[_at] is ' ' or '\t')
            _at++;
        if (_at == line.Length)
        {
            AtEnd = true;
            return null;
        }

        if (line[_at] is ';' or '|' or '&')
        {
            Operator();
            return null;
        }

        return line[_at] == '#' ? Fail("comments are not analysed") : Word();
    }

    private void Operator()
    {
        var (c, next) = (line[_at], _at + 1 < line.Length ? line[_at + 1] : '\0');
        switch (c)
        {
            case '&' when next == '&':
            case '|' when next == '|':
                _at += 2;
                break;
            case '|' when next == '&':
                Fail("\"|&\" redirects");
                return;
            case '&':
                Fail("\"&\" starts a background command");
                return;
            case ';' when next is ';' or '&':
                Fail("\";;\" belongs to a case");
                return;
            default:
                _at++;
                break;
        }

        // A line may end with ";", but not with the others.
        if (c == ';' && line.AsSpan(_at).Trim(" \t").IsEmpty)
            AtEnd = true;
    }

    private ShellWord? Word()
    {
        var text = new StringBuilder();
        var start = _at;
        var literal = true;
        while (_at < line.Length && Problem is null)
        {
            var c = line[_at];
            if (c is ' ' or '\t' or ';' or '|' or '&')
                break;
            switch (c)
            {
                case '\'':
                    Single(text);
                    break;
                case '"':
                    literal &= Double(text);
                    break;
                case '\\':
                    Escaped(text);
                    break;
                default:
                    literal &= Plain(c, text, first: _at == start);
                    break;
            }
        }

        return Problem is null ? new ShellWord(text.ToString(), start, _at, literal) : null;
    }

    private bool Plain(char c, StringBuilder text, bool first)
    {
        if (c is '>' or '<')
            Fail("redirections");
        else if (c is '(' or ')')
            Fail("parentheses");
        else if (c == '`')
            Fail("backticks");
        else if (c is '\n' or '\r' || char.IsControl(c))
            Fail("line breaks and control characters");
        else if (c == '$')
            return Dollar(text);
        else if (c == '!' && first)
            // Negation in some shells, history in others.
            Fail("\"!\"");
        text.Append(c);
        _at++;
        // "=ls" and "^" are expanded by zsh; "~" at the beginning or behind "=" and ":" by all.
        return c is not ('*' or '?' or '[' or ']' or '{' or '}' or '~' or '^' or '#') && !(first && c == '=');
    }

    /// <returns>False: variables are never literal.</returns>
    private bool Dollar(StringBuilder text)
    {
        var next = _at + 1 < line.Length ? line[_at + 1] : '\0';
        // $name is passed on as data; everything longer can run commands or means different things in different shells.
        if (!char.IsAsciiLetter(next) && next != '_')
        {
            Fail("\"$\" with something other than a name");
            return false;
        }

        text.Append('$');
        _at++;
        while (_at < line.Length && (char.IsAsciiLetterOrDigit(line[_at]) || line[_at] == '_'))
            text.Append(line[_at++]);
        // An index in zsh and bash is arithmetic, which can run commands.
        if (_at < line.Length && line[_at] == '[')
            Fail("\"$name[\"");
        return false;
    }

    private void Single(StringBuilder text)
    {
        var end = line.IndexOf('\'', _at + 1);
        if (end < 0 || line.AsSpan(_at, end - _at).IndexOfAny('\n', '\r') >= 0)
        {
            Fail("a quote is not closed on its line");
            return;
        }

        text.Append(line, _at + 1, end - _at - 1);
        _at = end + 1;
    }

    private bool Double(StringBuilder text)
    {
        var literal = true;
        for (_at++; _at < line.Length && Problem is null;)
        {
            var c = line[_at];
            if (c == '"')
            {
                _at++;
                return literal;
            }

            if (c == '\\' && _at + 1 < line.Length && line[_at + 1] is '"' or '\\' or '$' or '`')
            {
                text.Append(line[_at + 1]);
                _at += 2;
            }
            else if (c == '$' && _at + 1 < line.Length && line[_at + 1] is ' ' or '"')
            {
                text.Append(c);
                _at++;
            }
            else if (c is '$')
                literal = Dollar(text);
            else if (c is '`' or '\n' or '\r' or '!')
                Fail("backticks, \"!\" and line breaks in quotes");
            else
            {
                text.Append(c);
                _at++;
            }
        }

        Fail("a quote is not closed on its line");
        return false;
    }

    private void Escaped(StringBuilder text)
    {
        if (_at + 1 == line.Length || line[_at + 1] is '\n' or '\r')
        {
            Fail("a backslash at the end of the line");
            return;
        }

        text.Append(line[_at + 1]);
        _at += 2;
    }

    private ShellWord? Fail(string what)
    {
        Problem ??= what;
        return null;
    }
}
