using System.Text.Json;

namespace OpenClaw.Protocol.Frames;

/// <summary>One pass over a message, remembering what makes or breaks a request frame.</summary>
internal struct FrameScan(ReadOnlyMemory<byte> message)
{
    private const int MaxEchoedId = 256;
    private const int MostExtras = 64;

    private static readonly byte[] s_invalidId = "\"invalid\""u8.ToArray();

    private bool _isObject;
    private bool _hasType;
    private bool _hasId;
    private bool _hasMethod;
    private string? _typeFault;
    private string? _idFault;
    private string? _methodFault;
    private string? _traceFault;
    private string? _paramsFault;
    private List<string>? _extras;
    private string? _id;
    private string? _method;
    private string? _trace;
    private ReadOnlyMemory<byte> _rawId;
    private ReadOnlyMemory<byte> _params;

    /// <summary>Walks the whole message, so that anything that is not JSON throws here.</summary>
    /// <exception cref="JsonException">The message is not JSON.</exception>
    public void Run(JsonReaderOptions options)
    {
        var reader = new Utf8JsonReader(message.Span, options);
        reader.Read();
        _isObject = reader.TokenType == JsonTokenType.StartObject;
        if (_isObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                Member(ref reader);
        }
        else
        {
            SkipChecked(ref reader);
        }

        // The end of input must follow; Read throws when something else does.
        reader.Read();
    }

    /// <summary>The verdict, after <see cref="Run"/>.</summary>
    public readonly RequestReading Result()
    {
        if (_isObject && _hasType && _hasId && _hasMethod && _extras is null && FirstFault() is null)
            return new RequestReading(FrameFault.None, new RequestFrame(_id!, _method!, _params, _trace), null, default);
        var reason = $"invalid request frame: {string.Join("; ", Failures())}";
        return new RequestReading(FrameFault.NotRequest, null, reason, _rawId.IsEmpty ? s_invalidId : _rawId);
    }

    // Order of spec 01 §3: missing members, extra members, then each member in schema order.
    private readonly List<string> Failures()
    {
        if (!_isObject)
            return ["must be object"];
        var failures = new List<string>();
        if (!_hasType)
            failures.Add("must have required property 'type'");
        if (!_hasId)
            failures.Add("must have required property 'id'");
        if (!_hasMethod)
            failures.Add("must have required property 'method'");
        failures.AddRange(_extras?.Distinct() ?? []);
        failures.AddRange(new[] { _typeFault, _idFault, _methodFault, _traceFault, _paramsFault }.OfType<string>());
        return failures;
    }

    private readonly string? FirstFault() => _typeFault ?? _idFault ?? _methodFault ?? _traceFault ?? _paramsFault;

    private void Member(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("type"u8))
        {
            _hasType = true;
            reader.Read();
            _typeFault = reader.TokenType != JsonTokenType.String ? "at /type: must be string"
                : reader.ValueTextEquals("req"u8) ? null : "at /type: must be equal to constant";
        }
        else if (reader.ValueTextEquals("id"u8))
        {
            _hasId = true;
            reader.Read();
            _id = Text(ref reader, "/id", out _idFault);
            _rawId = reader.TokenType is JsonTokenType.String or JsonTokenType.Number ? Raw(ref reader) : default;
            if (_rawId.Length > MaxEchoedId)
                _rawId = default;
        }
        else if (reader.ValueTextEquals("method"u8))
        {
            _hasMethod = true;
            reader.Read();
            _method = Text(ref reader, "/method", out _methodFault);
        }
        else if (reader.ValueTextEquals("params"u8))
        {
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            var isNull = reader.TokenType == JsonTokenType.Null;
            SkipChecked(ref reader);
            _params = isNull ? default : message[start..(int)reader.BytesConsumed];
            return;
        }
        else if (reader.ValueTextEquals("traceparent"u8) || reader.ValueTextEquals("expectedProfileId"u8))
        {
            // Newer clients add these two (spec 01 §19.1); nobody of the era sends them.
            var isTrace = reader.ValueTextEquals("traceparent"u8);
            reader.Read();
            var text = Text(ref reader, isTrace ? "/traceparent" : "/expectedProfileId", out _traceFault);
            _trace = isTrace ? text : _trace;
        }
        else
        {
            _extras ??= [];
            if (_extras.Count < MostExtras)
                _extras.Add(Extra(ref reader));
            reader.Read();
        }

        SkipChecked(ref reader);
    }

    private static string Extra(ref Utf8JsonReader reader) =>
        $"at root: unexpected property '{JsonText.ShortName(ref reader)}'";

    private static string? Text(ref Utf8JsonReader reader, string pointer, out string? fault)
    {
        fault = null;
        if (reader.TokenType != JsonTokenType.String)
        {
            fault = $"at {pointer}: must be string";
            return null;
        }

        var text = JsonText.Get(ref reader);
        if (text is null)
            fault = $"at {pointer}: must NOT have unpaired surrogates";
        else if (text.Length == 0)
            fault = $"at {pointer}: must NOT have fewer than 1 characters";
        return text;
    }

    private readonly ReadOnlyMemory<byte> Raw(ref Utf8JsonReader reader) =>
        message[(int)reader.TokenStartIndex..(int)reader.BytesConsumed];

    // Walks to the end of the value the reader stands on, watching the depth.
    private void SkipChecked(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            // Params may use what is left of the depth after the frame itself.
            if (reader.CurrentDepth >= ProtocolLimits.MaxDepth)
                _paramsFault ??= $"must NOT be nested deeper than {ProtocolLimits.MaxDepth} levels";
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped
                && JsonText.Get(ref reader) is null)
                _paramsFault ??= "must NOT have unpaired surrogates";
        }
    }
}
