using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace OpenClaw.Agents.Tests.Support;

/// <summary>
/// One request at the scripted model server, and the means to answer it well or badly. It is over (<paramref name="answered"/>) before its
/// last bytes are out: with them the client may begin the next one.
/// </summary>
internal sealed class ModelExchange(NetworkStream stream, string path, IReadOnlyDictionary<string, string> headers, string body, Action answered)
{
    public string Path => path;

    public IReadOnlyDictionary<string, string> Headers => headers;

    public JsonElement Body { get; } = JsonDocument.Parse(body).RootElement.Clone();

    public Task AnswerAsync(int status, string text, string contentType = "application/json")
    {
        answered();
        return WriteAsync($"HTTP/1.1 {status} X\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(text)}\r\nConnection: close\r\n\r\n{text}");
    }

    public Task StartAsync() => WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");

    public Task EventAsync(string data, string? name = null)
    {
        if (data == "[DONE]")
            answered();
        return WriteAsync((name is null ? string.Empty : $"event: {name}\n") + $"data: {data}\n\n");
    }

    public Task RawAsync(string text) => WriteAsync(text);

    /// <summary>
    /// A complete answer whose bytes arrive in pieces of random size, cutting through lines and characters; the seed makes it repeatable.
    /// </summary>
    public async Task PiecesAsync(string body, int seed, string contentType = "text/event-stream")
    {
        await WriteAsync($"HTTP/1.1 200 OK\r\nContent-Type: {contentType}\r\nConnection: close\r\n\r\n");
        var bytes = Encoding.UTF8.GetBytes(body);
        var dice = new Random(seed);
        for (var at = 0; at < bytes.Length;)
        {
            var length = Math.Min(dice.Next(1, 24), bytes.Length - at);
            try
            {
                await stream.WriteAsync(bytes.AsMemory(at, length), TestContext.Current.CancellationToken);
            }
            catch (IOException)
            {
                // The client under test hung up, which some tests want.
                return;
            }

            at += length;
            await Task.Yield();
        }
    }

    /// <summary>Returns when the client has gone away.</summary>
    public async Task GoneAsync()
    {
        var buffer = new byte[1];
        try
        {
            while (await stream.ReadAsync(buffer, TestContext.Current.CancellationToken) > 0)
            {
            }
        }
        catch (IOException)
        {
            return;
        }
    }

    /// <summary>A complete OpenAI answer in these pieces.</summary>
    public async Task OpenAiAsync(params string[] pieces)
    {
        await StartAsync();
        foreach (var piece in pieces)
            await OpenAiTextAsync(piece);
        await EventAsync("""{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""");
        await EventAsync("""{"choices":[],"usage":{"prompt_tokens":100,"completion_tokens":7,"prompt_tokens_details":{"cached_tokens":20}}}""");
        await EventAsync("[DONE]");
    }

    public Task OpenAiTextAsync(string piece) =>
        EventAsync($$$"""{"choices":[{"index":0,"delta":{"content":{{{JsonSerializer.Serialize(piece)}}}}}]}""");

    /// <summary>An answer that wants these tools; arguments are JSON texts.</summary>
    public async Task OpenAiCallsAsync(string text, params (string Id, string Name, string Arguments)[] calls)
    {
        await StartAsync();
        if (text.Length > 0)
            await OpenAiTextAsync(text);
        for (var i = 0; i < calls.Length; i++)
        {
            var (id, name, arguments) = calls[i];
            await EventAsync($$$"""{"choices":[{"index":0,"delta":{"tool_calls":[{"index":{{{i}}},"id":"{{{id}}}","function":{"name":"{{{name}}}","arguments":{{{JsonSerializer.Serialize(arguments)}}}}}]}}]}""");
        }

        await EventAsync("""{"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}],"usage":{"prompt_tokens":50,"completion_tokens":5}}""");
        await EventAsync("[DONE]");
    }

    /// <summary>A complete Anthropic answer in these pieces.</summary>
    public async Task AnthropicAsync(params string[] pieces)
    {
        await StartAsync();
        await EventAsync("""{"type":"message_start","message":{"usage":{"input_tokens":9,"cache_read_input_tokens":3,"cache_creation_input_tokens":2,"output_tokens":1}}}""", "message_start");
        await EventAsync("""{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""", "content_block_start");
        await EventAsync("""{"type":"ping"}""", "ping");
        foreach (var piece in pieces)
            await EventAsync($$$"""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":{{{JsonSerializer.Serialize(piece)}}}}}""", "content_block_delta");
        await EventAsync("""{"type":"content_block_stop","index":0}""", "content_block_stop");
        await EventAsync("""{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":7}}""", "message_delta");
        await EventAsync("""{"type":"message_stop"}""", "message_stop");
    }

    private async Task WriteAsync(string text)
    {
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // The client under test hung up, which some tests want.
            return;
        }
    }
}
