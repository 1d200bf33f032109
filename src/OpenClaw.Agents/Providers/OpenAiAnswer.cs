using System.Text;
using System.Text.Json;
using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Providers;

/// <summary>Collects the chunks of one chat completion.</summary>
internal sealed class OpenAiAnswer
{
    private static readonly string[] s_thinkingFields = ["reasoning_content", "reasoning", "reasoning_text"];

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _thinking = new();
    private readonly ToolCallParts _calls = new();
    private string? _thinkingField;
    private TokenUsage _usage;

    public string? StopReason { get; private set; }

    /// <summary>Takes one chunk; the event to pass on, if it brings one.</summary>
    public ModelEvent? Take(JsonElement chunk)
    {
        if (chunk.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object)
            _usage = ReadUsage(usage);
        if (!chunk.TryGetProperty("choices", out var choices) || choices.ValueKind != JsonValueKind.Array || choices.GetArrayLength() == 0)
            return null;
        var choice = choices[0];
        if (choice.ValueKind != JsonValueKind.Object)
            return null;
        if (choice.TryGetProperty("finish_reason", out var reason) && reason.ValueKind == JsonValueKind.String)
            StopReason = Map(reason.GetString()!);
        if (!choice.TryGetProperty("delta", out var delta) || delta.ValueKind != JsonValueKind.Object)
            return null;
        if (delta.TryGetProperty("tool_calls", out var calls) && calls.ValueKind == JsonValueKind.Array)
            TakeCalls(calls);
        if (Text(delta, "content") is { Length: > 0 } text)
        {
            _text.Append(text);
            return new ModelEvent.TextDelta(text);
        }

        foreach (var field in s_thinkingFields)
        {
            if (Text(delta, field) is not { Length: > 0 } thought)
                continue;
            _thinkingField ??= field;
            _thinking.Append(thought);
            return new ModelEvent.ThinkingDelta(thought);
        }

        return null;
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
        var stop = content.Any(static part => part is ContentPart.ToolCall) ? StopReasons.ToolUse : StopReason ?? StopReasons.Stop;
        return new ModelEvent.Done(content, stop, _usage);
    }

    private void TakeCalls(JsonElement calls)
    {
        foreach (var call in calls.EnumerateArray())
        {
            if (call.ValueKind != JsonValueKind.Object)
                continue;
            var index = call.TryGetProperty("index", out var at) && at.TryGetInt32(out var value) ? value : 0;
            var hasFunction = call.TryGetProperty("function", out var function) && function.ValueKind == JsonValueKind.Object;
            _calls.Take(index, Text(call, "id"), hasFunction ? Text(function, "name") : null, hasFunction ? Text(function, "arguments") : null);
        }
    }

    private static TokenUsage ReadUsage(JsonElement usage)
    {
        var prompt = Number(usage, "prompt_tokens");
        var cached = usage.TryGetProperty("prompt_tokens_details", out var details) && details.ValueKind == JsonValueKind.Object
            ? Number(details, "cached_tokens")
            : 0;
        return new TokenUsage(Math.Max(0, prompt - cached), Number(usage, "completion_tokens"), cached, 0);
    }

    private static string Map(string reason) => reason switch
    {
        "length" => StopReasons.Length,
        "tool_calls" or "function_call" => StopReasons.ToolUse,
        "content_filter" => StopReasons.Error,
        _ => StopReasons.Stop,
    };

    private static long Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : 0;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
