using System.Text.Json.Nodes;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Runs;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>The objects of <c>/v1/responses</c> (spec 06 §3.3 to §3.6), members in the order clients know.</summary>
/// <param name="id">Id of the response.</param>
/// <param name="model">The name the caller used.</param>
/// <param name="time">Stamps them.</param>
internal sealed class ResponseObjects(string id, string model, TimeProvider time)
{
    public const string InProgress = "in_progress";
    public const string Completed = "completed";

    /// <summary>Id of the one message of a response.</summary>
    public string MessageId { get; } = $"msg_{Guid.NewGuid()}";

    /// <summary>What a run came to, as status word.</summary>
    public static string StatusOf(RunOutcome outcome) => outcome switch
    {
        { Status: not RunStatus.Completed } => "failed",
        { StopReason: StopReasons.Length, ClientCalls.Count: 0 } => "incomplete",
        _ => Completed,
    };

    /// <summary>The response itself.</summary>
    public JsonObject Response(string status, JsonArray output, TokenUsage? usage = null, ApiFault? fault = null)
    {
        var response = new JsonObject
        {
            ["id"] = id,
            ["object"] = "response",
            ["created_at"] = time.GetUtcNow().ToUnixTimeSeconds(),
            ["status"] = status,
            ["model"] = model,
            ["output"] = output,
            ["usage"] = Usage(usage),
        };
        if (fault is not null)
            response["error"] = new JsonObject { ["code"] = fault.Type, ["message"] = fault.Message };
        if (status == "incomplete")
            response["incomplete_details"] = new JsonObject { ["reason"] = "max_output_tokens" };
        return response;
    }

    /// <summary>The message with its text.</summary>
    public JsonObject Message(string text, string status, string? phase = null)
    {
        var item = new JsonObject
        {
            ["type"] = "message",
            ["id"] = MessageId,
            ["role"] = "assistant",
            ["content"] = new JsonArray(Part(text)),
            ["status"] = status,
        };
        if (phase is not null)
            item["phase"] = phase;
        return item;
    }

    /// <summary>The message before it has any part: the first one is announced by an event of its own.</summary>
    public JsonObject EmptyMessage()
    {
        var item = Message(string.Empty, InProgress);
        item["content"] = new JsonArray();
        return item;
    }

    /// <summary>A call of one of the caller's tools.</summary>
    public static JsonObject FunctionCall(string itemId, ContentPart.ToolCall call, string? status)
    {
        var item = new JsonObject
        {
            ["type"] = "function_call",
            ["id"] = itemId,
            ["call_id"] = call.Id,
            ["name"] = call.Name,
            ["arguments"] = call.Arguments.GetRawText(),
        };
        if (status is not null)
            item["status"] = status;
        return item;
    }

    /// <summary>A text part.</summary>
    public static JsonObject Part(string text) => new() { ["type"] = "output_text", ["text"] = text };

    private static JsonObject Usage(TokenUsage? usage)
    {
        var (input, output) = (usage?.Prompt ?? 0, usage?.Output ?? 0);
        var result = new JsonObject { ["input_tokens"] = input, ["output_tokens"] = output, ["total_tokens"] = input + output };
        if (usage is { CacheRead: > 0 } or { CacheWrite: > 0 })
            result["input_tokens_details"] = new JsonObject { ["cached_tokens"] = usage.Value.CacheRead, ["cache_write_tokens"] = usage.Value.CacheWrite };
        return result;
    }
}
