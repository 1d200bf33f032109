using System.Text.Json.Nodes;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Runs;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>The events of a streamed response, in the order of spec 06 §3.4.</summary>
internal sealed class ResponsesStream(SseStream stream, ResponseObjects objects)
{
    /// <summary>Events 1 to 4: the response and its empty message.</summary>
    public async Task OpenAsync()
    {
        await SendAsync("response.created", new JsonObject { ["response"] = objects.Response(ResponseObjects.InProgress, new JsonArray()) }).ConfigureAwait(false);
        await SendAsync("response.in_progress", new JsonObject { ["response"] = objects.Response(ResponseObjects.InProgress, new JsonArray()) }).ConfigureAwait(false);
        await SendAsync("response.output_item.added", new JsonObject { ["output_index"] = 0, ["item"] = objects.EmptyMessage() }).ConfigureAwait(false);
        var part = Place();
        part["part"] = ResponseObjects.Part(string.Empty);
        await SendAsync("response.content_part.added", part).ConfigureAwait(false);
    }

    /// <summary>More text.</summary>
    public Task DeltaAsync(string delta)
    {
        var data = Place();
        data["delta"] = delta;
        return SendAsync("response.output_text.delta", data);
    }

    /// <summary>The end of a run that did not fail: the message, calls of the caller's tools, the whole response.</summary>
    public async Task CloseAsync(string text, RunOutcome outcome)
    {
        var hasCalls = outcome.ClientCalls.Count > 0;
        var done = Place();
        done["text"] = text;
        await SendAsync("response.output_text.done", done).ConfigureAwait(false);
        var part = Place();
        part["part"] = ResponseObjects.Part(text);
        await SendAsync("response.content_part.done", part).ConfigureAwait(false);
        JsonObject Message() => objects.Message(text, ResponseObjects.Completed, hasCalls ? "commentary" : null);
        await SendAsync("response.output_item.done", new JsonObject { ["output_index"] = 0, ["item"] = Message() }).ConfigureAwait(false);
        var output = new JsonArray(Message());
        foreach (var call in outcome.ClientCalls)
            await CallAsync(output, call).ConfigureAwait(false);
        var status = ResponseObjects.StatusOf(outcome);
        await SendAsync(
            status == "incomplete" ? "response.incomplete" : "response.completed",
            new JsonObject { ["response"] = objects.Response(status, output, outcome.Usage) }).ConfigureAwait(false);
        await stream.DoneAsync().ConfigureAwait(false);
    }

    /// <summary>The end of a run that failed.</summary>
    public async Task FailAsync(ApiFault fault)
    {
        await SendAsync("response.failed", new JsonObject { ["response"] = objects.Response("failed", new JsonArray(), fault: fault) }).ConfigureAwait(false);
        await stream.DoneAsync().ConfigureAwait(false);
    }

    private async Task CallAsync(JsonArray output, ContentPart.ToolCall call)
    {
        var (index, id) = (output.Count, $"call_{Guid.NewGuid()}");
        await SendAsync(
            "response.output_item.added",
            new JsonObject { ["output_index"] = index, ["item"] = ResponseObjects.FunctionCall(id, call, status: null) }).ConfigureAwait(false);
        await SendAsync(
            "response.output_item.done",
            new JsonObject { ["output_index"] = index, ["item"] = ResponseObjects.FunctionCall(id, call, ResponseObjects.Completed) }).ConfigureAwait(false);
        output.Add((JsonNode)ResponseObjects.FunctionCall(id, call, ResponseObjects.Completed));
    }

    private JsonObject Place() => new() { ["item_id"] = objects.MessageId, ["output_index"] = 0, ["content_index"] = 0 };

    private Task SendAsync(string type, JsonObject data)
    {
        data.Insert(0, "type", type);
        return stream.SendAsync(data, type);
    }
}
