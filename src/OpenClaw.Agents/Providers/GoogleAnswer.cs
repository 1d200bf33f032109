using System.Text;
using System.Text.Json;
using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Providers;

/// <summary>Collects the chunks of one Gemini answer: text and thoughts grow, calls come whole.</summary>
internal sealed class GoogleAnswer(CallIds ids) : IStreamedAnswer
{
    // More than any model asks for at once.
    private const int MaxCalls = 128;

    private readonly List<ContentPart> _content = [];
    private readonly StringBuilder _text = new();
    private bool _thinking;
    private string? _signature;
    private string? _stop;
    private TokenUsage _usage;
    private int _calls;

    /// <inheritdoc/>
    public bool Complete => false;

    /// <inheritdoc/>
    public bool IsWhole => _stop is not null;

    /// <inheritdoc/>
    public ModelEvent? Take(JsonElement message, ModelRequest request)
    {
        if (message.TryGetProperty("error", out var error) && error.ValueKind != JsonValueKind.Null)
            return new ModelEvent.Failed(ModelErrors.FromStream($"{error.Text("status")} {ModelErrors.Reason(error) ?? "unknown error"}".Trim(), request));
        if (message.Object("usageMetadata") is { } usage)
            TakeUsage(usage);
        if (message.Object("promptFeedback")?.Text("blockReason") is not null)
            _stop = StopReasons.Error;
        ModelEvent? last = null;
        var pieces = new StringBuilder();
        foreach (var candidate in message.Objects("candidates").Take(1))
        {
            foreach (var part in candidate.Object("content")?.Objects("parts") ?? [])
                last = TakePart(part, last, pieces);
            if (candidate.Text("finishReason") is { } reason)
                _stop = Map(reason);
        }

        return last;
    }

    /// <inheritdoc/>
    public ModelEvent.Done Finish()
    {
        Flush();
        var stop = _stop ?? StopReasons.Stop;
        return new ModelEvent.Done([.. _content], _calls > 0 && stop == StopReasons.Stop ? StopReasons.ToolUse : stop, _usage);
    }

    /// <summary>A chunk may hold several parts, but it can pass on one event: parts of one kind are joined.</summary>
    private ModelEvent? TakePart(JsonElement part, ModelEvent? last, StringBuilder pieces)
    {
        if (part.Object("functionCall") is { } call && call.Text("name") is { Length: > 0 } name)
        {
            if (_calls == MaxCalls)
                return last;
            Flush();
            var arguments = call.Object("args")?.Clone() ?? JsonDocument.Parse("{}").RootElement.Clone();
            var made = new ContentPart.ToolCall(call.Text("id") is { Length: > 0 } id ? id : ids.Next(name), name, arguments) { Signature = part.Text("thoughtSignature") };
            _content.Add(made);
            _calls++;
            return last ?? new ModelEvent.ToolCallDelta(_calls - 1, made.Id, name, arguments.GetRawText());
        }

        if (part.Text("text") is not { Length: > 0 } text)
        {
            _signature = part.Text("thoughtSignature") ?? _signature;
            return last;
        }

        var thinking = part.TryGetProperty("thought", out var flag) && flag.ValueKind == JsonValueKind.True;
        if (thinking != _thinking)
        {
            Flush();
            pieces.Clear();
            _thinking = thinking;
        }

        _signature = part.Text("thoughtSignature") ?? _signature;
        _text.Append(text);
        pieces.Append(text);
        return thinking ? new ModelEvent.ThinkingDelta(pieces.ToString()) : new ModelEvent.TextDelta(pieces.ToString());
    }

    private void Flush()
    {
        if (_text.Length > 0)
            _content.Add(_thinking ? new ContentPart.Thinking(_text.ToString(), _signature) : new ContentPart.Text(_text.ToString()));
        _text.Clear();
        _signature = null;
    }

    private void TakeUsage(JsonElement usage)
    {
        var cached = usage.Number("cachedContentTokenCount") ?? 0;
        _usage = new TokenUsage(
            Math.Max(0, (usage.Number("promptTokenCount") ?? 0) - cached),
            (usage.Number("candidatesTokenCount") ?? 0) + (usage.Number("thoughtsTokenCount") ?? 0),
            cached,
            0);
    }

    private static string Map(string reason) => reason switch
    {
        "STOP" => StopReasons.Stop,
        "MAX_TOKENS" => StopReasons.Length,
        _ => StopReasons.Error,
    };
}
