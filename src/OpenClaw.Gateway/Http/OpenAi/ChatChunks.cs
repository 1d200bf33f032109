using System.Text.Json.Nodes;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Runs;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>The objects of <c>/v1/chat/completions</c> (spec 06 §2.3 to §2.5), members in the order clients know.</summary>
/// <param name="id">Id of the completion.</param>
/// <param name="created">Epoch seconds.</param>
/// <param name="model">The name the caller used.</param>
internal sealed class ChatChunks(string id, long created, string model)
{
    /// <summary>The whole answer.</summary>
    public JsonObject Completion(string text, RunOutcome outcome)
    {
        var message = new JsonObject { ["role"] = "assistant" };
        var calls = outcome.ClientCalls;
        message["content"] = text;
        if (calls.Count > 0)
            message["tool_calls"] = new JsonArray([.. calls.Select(Call)]);
        return new JsonObject
        {
            ["id"] = id,
            ["object"] = "chat.completion",
            ["created"] = created,
            ["model"] = model,
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = Reason(outcome) }),
            ["usage"] = Usage(outcome.Usage),
        };
    }

    /// <summary>Opens a stream.</summary>
    public JsonObject Role() => Chunk(new JsonObject { ["role"] = "assistant" }, null);

    /// <summary>More text.</summary>
    public JsonObject Content(string delta) => Chunk(new JsonObject { ["content"] = delta }, null);

    /// <summary>Announces a call of a tool; its arguments follow.</summary>
    public JsonObject CallStart(int index, ContentPart.ToolCall call) => Chunk(Calls(new JsonObject
    {
        ["index"] = index,
        ["id"] = call.Id,
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = string.Empty },
    }), null);

    /// <summary>The arguments of an announced call.</summary>
    public JsonObject CallArguments(int index, ContentPart.ToolCall call) => Chunk(Calls(new JsonObject
    {
        ["index"] = index,
        ["function"] = new JsonObject { ["arguments"] = call.Arguments.GetRawText() },
    }), null);

    /// <summary>Says why the answer ends.</summary>
    public JsonObject Stop(RunOutcome outcome) => Chunk([], Reason(outcome));

    /// <summary>The tokens, when the caller asked for them.</summary>
    public JsonObject UsageChunk(RunOutcome outcome)
    {
        var chunk = Envelope();
        chunk["choices"] = new JsonArray();
        chunk["usage"] = Usage(outcome.Usage);
        return chunk;
    }

    private static JsonObject Calls(JsonObject call) => new() { ["tool_calls"] = new JsonArray(call) };

    private JsonObject Chunk(JsonObject delta, string? reason)
    {
        var chunk = Envelope();
        chunk["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = reason });
        return chunk;
    }

    private JsonObject Envelope() =>
        new() { ["id"] = id, ["object"] = "chat.completion.chunk", ["created"] = created, ["model"] = model };

    private static JsonObject Call(ContentPart.ToolCall call) => new()
    {
        ["id"] = call.Id,
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = call.Arguments.GetRawText() },
    };

    private static string Reason(RunOutcome outcome) => outcome switch
    {
        { ClientCalls.Count: > 0 } => "tool_calls",
        { StopReason: StopReasons.Length } => "length",
        _ => "stop",
    };

    private static JsonObject Usage(TokenUsage? usage)
    {
        var (prompt, output) = (usage?.Prompt ?? 0, usage?.Output ?? 0);
        var result = new JsonObject { ["prompt_tokens"] = prompt, ["completion_tokens"] = output, ["total_tokens"] = prompt + output };
        if (usage?.CacheRead > 0)
            result["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = usage.Value.CacheRead };
        return result;
    }
}
