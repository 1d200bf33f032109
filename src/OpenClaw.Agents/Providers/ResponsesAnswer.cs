using System.Text;
using System.Text.Json;
using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Providers;

/// <summary>Collects the events of one response.</summary>
internal sealed class ResponsesAnswer : IStreamedAnswer
{
    private readonly SortedDictionary<int, Item> _items = [];
    private readonly ToolCallParts _calls = new();
    private string? _stop;
    private TokenUsage _usage;

    /// <inheritdoc/>
    public bool Complete => _stop is not null;

    /// <inheritdoc/>
    public bool IsWhole => Complete;

    /// <inheritdoc/>
    public ModelEvent? Take(JsonElement message, ModelRequest request)
    {
        var index = (int)(message.Number("output_index") ?? 0);
        switch (message.Text("type"))
        {
            case "response.output_item.added" when message.Object("item") is { } item:
                return Start(index, item);
            case "response.output_text.delta" or "response.refusal.delta":
                return Append(index, "message", message.Text("delta"));
            case "response.reasoning_summary_text.delta" or "response.reasoning_text.delta":
                return Append(index, "reasoning", message.Text("delta"));
            case "response.reasoning_summary_part.done":
                return Append(index, "reasoning", "\n\n");
            case "response.function_call_arguments.delta":
                return _calls.Take(index, null, null, message.Text("delta"));
            case "response.output_item.done" when message.Object("item") is { } item:
                return End(index, item);
            case "response.completed":
                return Close(message, StopReasons.Stop);
            case "response.incomplete":
                return Close(message, StopReasons.Length);
            case "response.cancelled":
                return Close(message, StopReasons.Error);
            case "response.failed":
                return Fail(message.Object("response")?.Object("error") ?? message, request);
            case "error":
                return Fail(message.Object("error") ?? message, request);
            default:
                return null;
        }
    }

    /// <inheritdoc/>
    public ModelEvent.Done Finish()
    {
        var content = _items.Select(pair => Part(pair.Key, pair.Value)).OfType<ContentPart>().ToList();
        var stop = _stop == StopReasons.Stop && content.Any(static part => part is ContentPart.ToolCall) ? StopReasons.ToolUse : _stop ?? StopReasons.Stop;
        return new ModelEvent.Done(content, stop, _usage);
    }

    private ModelEvent? Start(int index, JsonElement item)
    {
        var type = item.Text("type") ?? string.Empty;
        Of(index, type);

        // Both halves are kept: the result is addressed by the first, the second is the provider's own name for the item.
        return type == "function_call"
            ? _calls.Take(index, item.Text("id") is { } id ? $"{item.Text("call_id")}|{id}" : item.Text("call_id"), item.Text("name"), item.Text("arguments"))
            : null;
    }

    private ModelEvent? End(int index, JsonElement item)
    {
        var known = _items.ContainsKey(index);
        var started = known ? null : Start(index, item);
        var entry = Of(index, item.Text("type") ?? string.Empty);
        if (entry.Type == "function_call" && item.Text("arguments") is { Length: > 0 } arguments)
            _calls.Complete(index, arguments);
        if (entry.Type == "reasoning")
            entry.Raw = item.GetRawText();

        // A server that streams no pieces still brings the text here.
        if (entry.Type == "message" && entry.Text.Length == 0)
            return Append(index, "message", string.Concat(item.Objects("content").Select(static part => part.Text("text") ?? part.Text("refusal"))));
        return started;
    }

    private ModelEvent? Append(int index, string type, string? text)
    {
        if (text is not { Length: > 0 })
            return null;
        Of(index, type).Text.Append(text);
        return type == "reasoning" ? new ModelEvent.ThinkingDelta(text) : new ModelEvent.TextDelta(text);
    }

    private ContentPart? Part(int index, Item item) => item.Type switch
    {
        "function_call" => _calls.Finish(index),
        "reasoning" when item.Text.Length > 0 || item.Raw is not null => new ContentPart.Thinking(item.Text.ToString().TrimEnd(), item.Raw),
        "message" when item.Text.Length > 0 => new ContentPart.Text(item.Text.ToString()),
        _ => null,
    };

    private ModelEvent? Close(JsonElement message, string stop)
    {
        _stop = stop;
        if (message.Object("response") is not { } response)
            return null;
        if (response.Object("incomplete_details")?.Text("reason") == "content_filter")
            _stop = StopReasons.Error;
        if (response.Object("usage") is { } usage)
        {
            var cached = usage.Object("input_tokens_details") is { } details ? details.Number("cached_tokens") ?? 0 : 0;
            _usage = new TokenUsage(Math.Max(0, (usage.Number("input_tokens") ?? 0) - cached), usage.Number("output_tokens") ?? 0, cached, 0);
        }

        return null;
    }

    private static ModelEvent.Failed Fail(JsonElement error, ModelRequest request)
    {
        var reason = ModelErrors.Reason(error) ?? "the response failed";
        return new ModelEvent.Failed(ModelErrors.FromStream(error.Text("code") is { } code ? $"{code}: {reason}" : reason, request));
    }

    private Item Of(int index, string type)
    {
        if (!_items.TryGetValue(index, out var item))
            _items[index] = item = new Item(type);
        return item;
    }

    private sealed record Item(string Type)
    {
        public StringBuilder Text { get; } = new();

        public string? Raw { get; set; }
    }
}
