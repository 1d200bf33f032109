using System.Text;
using System.Text.Json;
using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Providers;

/// <summary>Collects the events of one message.</summary>
internal sealed class AnthropicAnswer
{
    private readonly List<(bool Thinking, StringBuilder Text, StringBuilder Signature)> _blocks = [];
    private readonly Dictionary<int, int> _blockAt = [];
    private readonly ToolCallParts _calls = new();
    private long _input;
    private long _output;
    private long _cacheRead;
    private long _cacheWrite;

    public string? StopReason { get; private set; }

    /// <summary>True after <c>message_stop</c>.</summary>
    public bool Complete { get; private set; }

    /// <summary>Takes one event; the event to pass on, if it brings one.</summary>
    public ModelEvent? Take(JsonElement data)
    {
        switch (Text(data, "type"))
        {
            case "message_start" when data.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.Object:
                TakeUsage(message);
                return null;
            case "content_block_start" when data.TryGetProperty("content_block", out var block) && block.ValueKind == JsonValueKind.Object:
                return StartBlock(Index(data), block);
            case "content_block_delta" when data.TryGetProperty("delta", out var delta) && delta.ValueKind == JsonValueKind.Object:
                return TakeDelta(Index(data), delta);
            case "message_delta":
                TakeUsage(data);
                if (data.TryGetProperty("delta", out var end) && end.ValueKind == JsonValueKind.Object && Text(end, "stop_reason") is { } reason)
                    StopReason = Map(reason);
                return null;
            case "message_stop":
                Complete = true;
                return null;
            default:
                return null;
        }
    }

    public ModelEvent.Done Finish()
    {
        var content = new List<ContentPart>(_blocks.Count);
        foreach (var (thinking, text, signature) in _blocks)
        {
            if (thinking)
                content.Add(new ContentPart.Thinking(text.ToString(), signature.Length > 0 ? signature.ToString() : null));
            else if (text.Length > 0)
                content.Add(new ContentPart.Text(text.ToString()));
        }

        content.AddRange(_calls.Finish());
        return new ModelEvent.Done(content, StopReason ?? StopReasons.Stop, new TokenUsage(_input, _output, _cacheRead, _cacheWrite));
    }

    private ModelEvent? StartBlock(int index, JsonElement block)
    {
        switch (Text(block, "type"))
        {
            case "text":
                return Append(index, thinking: false, Text(block, "text"));
            case "thinking":
                return Append(index, thinking: true, Text(block, "thinking"));
            case "tool_use":
                _calls.Take(index, Text(block, "id"), Text(block, "name"), null);
                return null;
            default:
                return null;
        }
    }

    private ModelEvent? TakeDelta(int index, JsonElement delta)
    {
        switch (Text(delta, "type"))
        {
            case "text_delta":
                return Append(index, thinking: false, Text(delta, "text"));
            case "thinking_delta":
                return Append(index, thinking: true, Text(delta, "thinking"));
            case "signature_delta":
                Block(index, thinking: true).Signature.Append(Text(delta, "signature"));
                return null;
            case "input_json_delta":
                _calls.Take(index, null, null, Text(delta, "partial_json"));
                return null;
            default:
                return null;
        }
    }

    private ModelEvent? Append(int index, bool thinking, string? text)
    {
        var block = Block(index, thinking);
        if (text is not { Length: > 0 })
            return null;
        block.Text.Append(text);
        return thinking ? new ModelEvent.ThinkingDelta(text) : new ModelEvent.TextDelta(text);
    }

    private (bool Thinking, StringBuilder Text, StringBuilder Signature) Block(int index, bool thinking)
    {
        if (!_blockAt.TryGetValue(index, out var at))
        {
            at = _blocks.Count;
            _blocks.Add((thinking, new StringBuilder(), new StringBuilder()));
            _blockAt[index] = at;
        }

        return _blocks[at];
    }

    private void TakeUsage(JsonElement holder)
    {
        if (!holder.TryGetProperty("usage", out var usage) || usage.ValueKind != JsonValueKind.Object)
            return;
        // Later numbers are cumulative; a member that is left out keeps its value.
        _input = Number(usage, "input_tokens") ?? _input;
        _output = Number(usage, "output_tokens") ?? _output;
        _cacheRead = Number(usage, "cache_read_input_tokens") ?? _cacheRead;
        _cacheWrite = Number(usage, "cache_creation_input_tokens") ?? _cacheWrite;
    }

    private static string Map(string reason) => reason switch
    {
        "max_tokens" => StopReasons.Length,
        "tool_use" => StopReasons.ToolUse,
        "refusal" or "sensitive" => StopReasons.Error,
        _ => StopReasons.Stop,
    };

    private static int Index(JsonElement data) => (int)(Number(data, "index") ?? 0);

    private static long? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
