using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>Writes server-sent events; headers go out with the first call (spec 06 §1.3).</summary>
internal sealed class SseStream(HttpContext context)
{
    /// <summary>Sends the headers, so that the client knows it is being answered.</summary>
    public Task StartAsync()
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-cache";
        response.Headers.Connection = "keep-alive";
        return response.StartAsync(context.RequestAborted);
    }

    /// <summary>One event; <paramref name="name"/> null: data alone.</summary>
    public Task SendAsync(JsonNode data, string? name = null)
    {
        var body = context.Response.BodyWriter;
        if (name is not null)
        {
            Write(body, "event: "u8);
            Write(body, System.Text.Encoding.UTF8.GetBytes(name));
            Write(body, "\n"u8);
        }

        Write(body, "data: "u8);
        Write(body, JsonBytes.Of(data));
        Write(body, "\n\n"u8);
        return FlushAsync();
    }

    /// <summary>The mark that ends a stream of these APIs.</summary>
    public Task DoneAsync()
    {
        Write(context.Response.BodyWriter, "data: [DONE]\n\n"u8);
        return FlushAsync();
    }

    private async Task FlushAsync() => await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);

    private static void Write(System.Buffers.IBufferWriter<byte> body, ReadOnlySpan<byte> bytes) => System.Buffers.BuffersExtensions.Write(body, bytes);
}
