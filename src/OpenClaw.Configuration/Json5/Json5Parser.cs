namespace OpenClaw.Configuration.Json5;

/// <summary>One pass over the text, building the tree. Depth is bounded, so recursion is too.</summary>
internal sealed class Json5Parser(string text)
{
    private readonly Json5Scanner _scanner = new(text);
    private int _depth;

    public Json5Node Parse()
    {
        _scanner.SkipSpace();
        var root = Value();
        _scanner.SkipSpace();
        if (!_scanner.AtEnd)
            throw _scanner.Unexpected();
        return root;
    }

    private Json5Node Value()
    {
        var start = _scanner.Offset;
        return _scanner.Current switch
        {
            '{' => Nested(Object),
            '[' => Nested(Array),
            '"' or '\'' => Scalar(Json5Kind.Text, start, _scanner.Text()),
            'n' => Scalar(Json5Kind.Null, start, _scanner.Word<object?>("null", null)),
            't' => Scalar(Json5Kind.Boolean, start, _scanner.Word("true", true)),
            'f' => Scalar(Json5Kind.Boolean, start, _scanner.Word("false", false)),
            _ => Scalar(Json5Kind.Number, start, _scanner.Number()),
        };
    }

    private Json5Node Scalar(Json5Kind kind, int start, object? value) => new(kind, start, _scanner.Offset, value, []);

    private Json5Node Nested(Func<Json5Node> read)
    {
        if (++_depth > Json5Document.MaxDepth)
            throw new Json5SyntaxException($"nesting deeper than {Json5Document.MaxDepth} levels", _scanner.Offset);
        var node = read();
        _depth--;
        return node;
    }

    private Json5Node Object()
    {
        var start = _scanner.Offset;
        var entries = new List<Json5Entry>();
        _scanner.Advance();
        for (_scanner.SkipSpace(); _scanner.Current != '}' || _scanner.AtEnd; _scanner.SkipSpace())
        {
            var keyStart = _scanner.Offset;
            var name = _scanner.Current is '"' or '\'' ? _scanner.Text() : _scanner.Name();
            var keyEnd = _scanner.Offset;
            _scanner.SkipSpace();
            _scanner.Expect(':');
            _scanner.SkipSpace();
            entries.Add(new Json5Entry(name, keyStart, keyEnd, Value()));
            if (!Comma(entries[^1], '}'))
                break;
        }
        _scanner.Expect('}');
        return new Json5Node(Json5Kind.Object, start, _scanner.Offset, null, entries);
    }

    private Json5Node Array()
    {
        var start = _scanner.Offset;
        var entries = new List<Json5Entry>();
        _scanner.Advance();
        for (_scanner.SkipSpace(); _scanner.Current != ']' || _scanner.AtEnd; _scanner.SkipSpace())
        {
            var itemStart = _scanner.Offset;
            entries.Add(new Json5Entry(null, itemStart, itemStart, Value()));
            if (!Comma(entries[^1], ']'))
                break;
        }
        _scanner.Expect(']');
        return new Json5Node(Json5Kind.Array, start, _scanner.Offset, null, entries);
    }

    /// <summary>Takes the comma behind an entry. False when the closing bracket comes instead.</summary>
    private bool Comma(Json5Entry entry, char close)
    {
        _scanner.SkipSpace();
        if (_scanner.Current == close && !_scanner.AtEnd)
            return false;
        entry.Comma = _scanner.Offset;
        _scanner.Expect(',');
        return true;
    }
}
