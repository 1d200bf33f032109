using System.Text;
using System.Text.Json;
using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Providers;

/// <summary>Collects the events of one message.</summary>
internal sealed class AnthropicAnswer : IStreamedAnswer
{
    private readonly SortedDictionary<int, Block> _blocks = [];
    private readonly ToolCallParts _calls = new();
    private long _input;
    private long _output;
    private long _cacheRead;
    private long _cacheWrite;

    private string? _stopReason;

    /// <summary>True after <c>message_stop</c>.</summary>
    public bool Complete { get; private set; }

    /// <inheritdoc/>
    public bool IsWhole => Complete || _stopReason is not null;

    /// <inheritdoc/>
    public ModelEvent? Take(JsonElement data, ModelRequest request)
    {
        switch (data.Text("type"))
        {
            case "error":
                return Fail(data.Object("error") ?? data, request);
            case "message_start" when data.Object("message") is { } message:
                TakeUsage(message);
                return null;
            case "content_block_start" when data.Object("content_block") is { } block:
                return StartBlock(Index(data), block);
            case "content_block_delta" when data.Object("delta") is { } delta:
                return TakeDelta(Index(data), delta);
            case "message_delta":
                TakeUsage(data);
                if (data.Object("delta") is { } end && end.Text("stop_reason") is { } reason)
                    _stopReason = Map(reason);
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
        var content = _blocks.Select(pair => Part(pair.Key, pair.Value)).OfType<ContentPart>().ToList();
        return new ModelEvent.Done(content, _stopReason ?? StopReasons.Stop, new TokenUsage(_input, _output, _cacheRead, _cacheWrite));
    }

    private ContentPart? Part(int index, Block block) => block.Kind switch
    {
        Kind.Call => _calls.Finish(index),
        Kind.Thinking => new ContentPart.Thinking(block.Text.ToString(), block.Signature.Length > 0 ? block.Signature.ToString() : null),
        _ => block.Text.Length > 0 ? new ContentPart.Text(block.Text.ToString()) : null,
    };

    private ModelEvent? StartBlock(int index, JsonElement block)
    {
        switch (block.Text("type"))
        {
            case "text":
                return Append(index, Kind.Text, block.Text("text"));
            case "thinking":
                return Append(index, Kind.Thinking, block.Text("thinking"));
            case "redacted_thinking":
                Of(index, Kind.Thinking).Signature.Append(AnthropicTurns.Redacted).Append(block.Text("data"));
                return null;
            case "tool_use":
                Of(index, Kind.Call);
                return _calls.Take(index, block.Text("id"), block.Text("name"), null);
            default:
                return null;
        }
    }

    private ModelEvent? TakeDelta(int index, JsonElement delta)
    {
        switch (delta.Text("type"))
        {
            case "text_delta":
                return Append(index, Kind.Text, delta.Text("text"));
            case "thinking_delta":
                return Append(index, Kind.Thinking, delta.Text("thinking"));
            case "signature_delta":
                Of(index, Kind.Thinking).Signature.Append(delta.Text("signature"));
                return null;
            case "input_json_delta":
                return _calls.Take(index, null, null, delta.Text("partial_json"));
            default:
                return null;
        }
    }

    private ModelEvent? Append(int index, Kind kind, string? text)
    {
        var block = Of(index, kind);
        if (text is not { Length: > 0 })
            return null;
        block.Text.Append(text);
        return kind == Kind.Thinking ? new ModelEvent.ThinkingDelta(text) : new ModelEvent.TextDelta(text);
    }

    private Block Of(int index, Kind kind)
    {
        if (!_blocks.TryGetValue(index, out var block))
            _blocks[index] = block = new Block(kind);
        return block;
    }

    private void TakeUsage(JsonElement holder)
    {
        if (holder.Object("usage") is not { } usage)
            return;

        // Later numbers are cumulative; a member that is left out keeps its value.
        _input = usage.Number("input_tokens") ?? _input;
        _output = usage.Number("output_tokens") ?? _output;
        _cacheRead = usage.Number("cache_read_input_tokens") ?? _cacheRead;
        _cacheWrite = usage.Number("cache_creation_input_tokens") ?? _cacheWrite;
    }

    private static ModelEvent.Failed Fail(JsonElement error, ModelRequest request)
    {
        var reason = ModelErrors.Reason(error) ?? "unknown error";
        return new ModelEvent.Failed(ModelErrors.FromStream(error.Text("type") is { } kind ? $"{kind}: {reason}" : reason, request));
    }

    private static string Map(string reason) => reason switch
    {
        "max_tokens" => StopReasons.Length,
        "tool_use" => StopReasons.ToolUse,
        "refusal" or "sensitive" => StopReasons.Error,
        _ => StopReasons.Stop,
    };

    private static int Index(JsonElement data) => (int)(data.Number("index") ?? 0);

    private enum Kind
    {
        Text,
        Thinking,
        Call,
    }

    private sealed record Block(Kind Kind)
    {
        public StringBuilder Text { get; } = new();

        public StringBuilder Signature { get; } = new();
    }
}
