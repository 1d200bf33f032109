using System.Text;
using System.Text.Json;
using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Providers;

/// <summary>Collects the chunks of one chat completion.</summary>
internal sealed class OpenAiAnswer : IStreamedAnswer
{
    private static readonly string[] s_thinkingFields = ["reasoning_content", "reasoning", "reasoning_text"];

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _thinking = new();
    private readonly ToolCallParts _calls = new();
    private string? _thinkingField;
    private TokenUsage _usage;

    private string? _stopReason;

    /// <inheritdoc/>
    public bool Complete => false;

    /// <inheritdoc/>
    public bool IsWhole => _stopReason is not null;

    /// <inheritdoc/>
    public ModelEvent? Take(JsonElement chunk, ModelRequest request)
    {
        if (chunk.TryGetProperty("error", out var error) && error.ValueKind != JsonValueKind.Null)
            return new ModelEvent.Failed(ModelErrors.FromStream(ModelErrors.Reason(error) ?? "unknown error", request));
        if (chunk.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object)
            _usage = ReadUsage(usage);
        if (!chunk.TryGetProperty("choices", out var choices) || choices.ValueKind != JsonValueKind.Array || choices.GetArrayLength() == 0)
            return null;
        var choice = choices[0];
        if (choice.ValueKind != JsonValueKind.Object)
            return null;
        if (choice.TryGetProperty("finish_reason", out var reason) && reason.ValueKind == JsonValueKind.String)
            _stopReason = Map(reason.GetString()!);
        if (!choice.TryGetProperty("delta", out var delta) || delta.ValueKind != JsonValueKind.Object)
            return null;
        var called = TakeCalls(delta);
        if (delta.Text("content") is { Length: > 0 } text)
        {
            _text.Append(text);
            return new ModelEvent.TextDelta(text);
        }

        foreach (var field in s_thinkingFields)
        {
            if (delta.Text(field) is not { Length: > 0 } thought)
                continue;
            _thinkingField ??= field;
            _thinking.Append(thought);
            return new ModelEvent.ThinkingDelta(thought);
        }

        return called;
    }

    public ModelEvent.Done Finish()
    {
        var content = new List<ContentPart>(2);

        // The field it came in is kept as the signature: the next request must return it under the same name.
        if (_thinking.Length > 0)
            content.Add(new ContentPart.Thinking(_thinking.ToString(), _thinkingField));
        if (_text.Length > 0)
            content.Add(new ContentPart.Text(_text.ToString()));
        content.AddRange(_calls.Finish());
        var stop = content.Any(static part => part is ContentPart.ToolCall) ? StopReasons.ToolUse : _stopReason ?? StopReasons.Stop;
        return new ModelEvent.Done(content, stop, _usage);
    }

    private ModelEvent? TakeCalls(JsonElement delta)
    {
        ModelEvent? last = null;
        foreach (var call in delta.Objects("tool_calls"))
        {
            var function = call.Object("function") ?? default;
            last = _calls.Take((int)(call.Number("index") ?? 0), call.Text("id"), function.Text("name"), function.Text("arguments")) ?? last;
        }

        return last;
    }

    private static TokenUsage ReadUsage(JsonElement usage)
    {
        var prompt = usage.Number("prompt_tokens") ?? 0;
        var cached = usage.Object("prompt_tokens_details") is { } details ? details.Number("cached_tokens") ?? 0 : 0;
        var answer = usage.Number("completion_tokens") ?? 0;

        // Most count thinking as part of the answer; a few report it beside it, which shows in their total.
        var thinking = usage.Object("completion_tokens_details") is { } more ? more.Number("reasoning_tokens") ?? 0 : 0;
        if (thinking > 0 && usage.Number("total_tokens") is { } total && total == prompt + answer + thinking)
            answer += thinking;
        return new TokenUsage(Math.Max(0, prompt - cached), answer, cached, 0);
    }

    private static string Map(string reason) => reason switch
    {
        "length" => StopReasons.Length,
        "tool_calls" or "function_call" => StopReasons.ToolUse,
        "content_filter" => StopReasons.Error,
        _ => StopReasons.Stop,
    };
}
