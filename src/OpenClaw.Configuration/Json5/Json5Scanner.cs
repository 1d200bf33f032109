using System.Globalization;
using System.Text;

namespace OpenClaw.Configuration.Json5;

/// <summary>Reads the words of JSON5: space and comments, strings, names, numbers.</summary>
internal sealed class Json5Scanner(string text)
{
    public int Offset { get; private set; }

    public bool AtEnd => Offset >= text.Length;

    /// <summary>The character at the offset; NUL at the end, where <see cref="AtEnd"/> tells it from a real one.</summary>
    public char Current => AtEnd ? '\0' : text[Offset];

    public void Advance() => Offset++;

    public Json5SyntaxException Unexpected() =>
        AtEnd
            ? new Json5SyntaxException("invalid end of input", Offset)
            : new Json5SyntaxException($"invalid character '{Json5Characters.Show(Current)}'", Offset);

    public void Expect(char c)
    {
        if (AtEnd || Current != c)
            throw Unexpected();
        Offset++;
    }

    public void SkipSpace()
    {
        while (!AtEnd)
        {
            if (Json5Characters.IsSpace(Current))
                Offset++;
            else if (Current == '/')
                SkipComment();
            else
                return;
        }
    }

    public T Word<T>(string word, T value)
    {
        foreach (var c in word)
            Expect(c);
        if (!AtEnd && Json5Characters.IsNamePart(Current))
            throw Unexpected();
        return value;
    }

    /// <summary>A key without quotes.</summary>
    public string Name()
    {
        var name = new StringBuilder();
        while (!AtEnd)
        {
            var at = Offset;
            char c;
            if (Current == '\\')
            {
                Offset++;
                Expect('u');
                c = Hex(4);
            }
            else
            {
                c = Current;
                if (!(name.Length == 0 ? Json5Characters.IsNameStart(c) : Json5Characters.IsNamePart(c)))
                    break;
                Offset++;
                name.Append(c);
                continue;
            }
            if (!(name.Length == 0 ? Json5Characters.IsNameStart(c) : Json5Characters.IsNamePart(c)))
                throw new Json5SyntaxException("invalid identifier character", at);
            name.Append(c);
        }
        return name.Length > 0 ? name.ToString() : throw Unexpected();
    }

    /// <summary>A string; the current character is its quote.</summary>
    public string Text()
    {
        var quote = Current;
        var start = ++Offset;
        var plain = text.AsSpan(start).IndexOfAny([quote, '\\', '\n', '\r']);
        if (plain >= 0 && text[start + plain] == quote)
        {
            Offset = start + plain + 1;
            return text.Substring(start, plain);
        }
        var result = new StringBuilder();
        while (!AtEnd && Current != quote)
        {
            if (Current is '\n' or '\r')
                throw Unexpected();
            if (Current == '\\')
                Escape(result);
            else
            {
                result.Append(Current);
                Offset++;
            }
        }
        Expect(quote);
        return result.ToString();
    }

    /// <summary>A number: <see cref="long"/> when it is whole and fits, else <see cref="double"/>.</summary>
    public object Number()
    {
        var negative = Current == '-';
        if (Current is '-' or '+')
            Offset++;
        var magnitude = Current switch
        {
            'I' => Word("Infinity", double.PositiveInfinity),
            'N' => Word("NaN", double.NaN),
            '0' when Offset + 1 < text.Length && text[Offset + 1] is 'x' or 'X' => Hexadecimal(),
            _ => Decimal(),
        };
        if (!AtEnd && Json5Characters.IsNamePart(Current))
            throw Unexpected();
        if (magnitude is long whole)
            return negative ? -whole : whole;
        var number = negative ? -(double)magnitude : (double)magnitude;
        if (Math.Floor(number) == number && Math.Abs(number) < 1L << 53)
            return (long)number;
        return number;
    }

    private object Hexadecimal()
    {
        Offset += 2;
        var start = Offset;
        while (!AtEnd && char.IsAsciiHexDigit(Current))
            Offset++;
        if (Offset == start)
            throw Unexpected();
        var digits = text.AsSpan(start, Offset - start);
        if (long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var whole) && whole >= 0)
            return whole;
        var number = 0d;
        foreach (var digit in digits)
            number = (number * 16) + Convert.ToInt32(digit.ToString(), 16);
        return number;
    }

    private object Decimal()
    {
        var start = Offset;
        var whole = Digits();
        // A leading zero would mean octal to some readers, so JSON5 forbids it.
        if (whole > 1 && text[start] == '0')
            throw new Json5SyntaxException($"invalid character '{text[start + 1]}'", start + 1);
        var fraction = 0;
        var simple = true;
        if (Current == '.')
        {
            simple = false;
            Offset++;
            fraction = Digits();
        }
        if (whole + fraction == 0)
            throw Unexpected();
        if (Current is 'e' or 'E')
        {
            simple = false;
            Offset++;
            if (Current is '+' or '-')
                Offset++;
            if (Digits() == 0)
                throw Unexpected();
        }
        var span = text.AsSpan(start, Offset - start);
        if (simple && long.TryParse(span, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        return double.Parse(span, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture);
    }

    private int Digits()
    {
        var start = Offset;
        while (!AtEnd && char.IsAsciiDigit(Current))
            Offset++;
        return Offset - start;
    }

    private void Escape(StringBuilder result)
    {
        Offset++;
        if (AtEnd)
            throw Unexpected();
        var c = Current;
        if (c is >= '1' and <= '9')
            throw Unexpected();
        Offset++;
        switch (c)
        {
            case '\r':
                if (Current == '\n')
                    Offset++;
                break;
            case '\n' or '\u2028' or '\u2029':
                break;
            case '0':
                if (char.IsAsciiDigit(Current))
                    throw Unexpected();
                result.Append('\0');
                break;
            case 'x':
                result.Append(Hex(2));
                break;
            case 'u':
                result.Append(Hex(4));
                break;
            default:
                result.Append(c switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', 'v' => '\v', _ => c });
                break;
        }
    }

    private char Hex(int digits)
    {
        var value = 0;
        for (var i = 0; i < digits; i++)
        {
            if (!char.IsAsciiHexDigit(Current))
                throw Unexpected();
            value = (value * 16) + (char.IsAsciiDigit(Current) ? Current - '0' : (Current | 0x20) - 'a' + 10);
            Offset++;
        }
        return (char)value;
    }

    private void SkipComment()
    {
        Offset++;
        if (Current == '/')
        {
            while (!AtEnd && !Json5Characters.IsLineEnd(Current))
                Offset++;
            return;
        }
        Expect('*');
        var end = text.IndexOf("*/", Offset, StringComparison.Ordinal);
        Offset = end < 0 ? text.Length : end + 2;
        if (end < 0)
            throw Unexpected();
    }
}
