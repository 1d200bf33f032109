using System.Text;
using System.Text.Json;
using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Providers;

/// <summary>Collects the lines of one Ollama answer: text and thoughts grow, calls come whole.</summary>
internal sealed class OllamaAnswer(CallIds ids) : IStreamedAnswer
{
    // More than any model asks for at once.
    private const int MaxCalls = 128;

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _thinking = new();
    private readonly List<ContentPart.ToolCall> _calls = [];
    private string? _stop;
    private TokenUsage _usage;

    /// <inheritdoc/>
    public bool Complete => _stop is not null;

    /// <inheritdoc/>
    public bool IsWhole => Complete;

    /// <inheritdoc/>
    public ModelEvent? Take(JsonElement message, ModelRequest request)
    {
        if (message.TryGetProperty("error", out var error) && error.ValueKind != JsonValueKind.Null)
            return new ModelEvent.Failed(ModelErrors.FromStream(ModelErrors.Reason(error) ?? "unknown error", request));
        if (message.TryGetProperty("done", out var done) && done.ValueKind == JsonValueKind.True)
        {
            _stop = message.Text("done_reason") == "length" ? StopReasons.Length : StopReasons.Stop;
            _usage = new TokenUsage(message.Number("prompt_eval_count") ?? 0, message.Number("eval_count") ?? 0, 0, 0);
        }

        if (message.Object("message") is not { } piece)
            return null;
        var called = TakeCalls(piece);
        if (piece.Text("content") is { Length: > 0 } text)
        {
            _text.Append(text);
            return new ModelEvent.TextDelta(text);
        }

        if (piece.Text("thinking") is { Length: > 0 } thought)
        {
            _thinking.Append(thought);
            return new ModelEvent.ThinkingDelta(thought);
        }

        return called;
    }

    /// <inheritdoc/>
    public ModelEvent.Done Finish()
    {
        var content = new List<ContentPart>(2 + _calls.Count);
        if (_thinking.Length > 0)
            content.Add(new ContentPart.Thinking(_thinking.ToString(), null));
        if (_text.Length > 0)
            content.Add(new ContentPart.Text(_text.ToString()));
        content.AddRange(_calls);
        return new ModelEvent.Done(content, _calls.Count > 0 ? StopReasons.ToolUse : _stop ?? StopReasons.Stop, _usage);
    }

    private ModelEvent? TakeCalls(JsonElement piece)
    {
        ModelEvent? last = null;
        foreach (var call in piece.Objects("tool_calls").Take(MaxCalls - _calls.Count))
        {
            if (call.Object("function") is not { } function || function.Text("name") is not { Length: > 0 } name)
                continue;
            var arguments = function.Object("arguments")?.Clone() ?? JsonDocument.Parse("{}").RootElement.Clone();
            _calls.Add(new ContentPart.ToolCall(call.Text("id") is { Length: > 0 } id ? id : ids.Next(name), name, arguments));
            last = new ModelEvent.ToolCallDelta(_calls.Count - 1, _calls[^1].Id, name, arguments.GetRawText());
        }

        return last;
    }
}
