using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace OpenClaw.Gateway.Http;

/// <summary>
/// Reads a request body as JSON, within a size and a time (spec 06 §1.3). The content type does not matter; an empty body and one that
/// is no object count as <c>{}</c>. A body that is too large is read to its end and thrown away, so that its sender gets the 413 and can
/// go on using the connection; one that is far too large ends the connection.
/// </summary>
internal sealed class JsonBody(TimeProvider time)
{
    private const int ChunkBytes = 64 * 1024;
    private const long MaxDrained = 64L * 1024 * 1024;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);
    private static readonly JsonElement s_empty = Empty();

    /// <summary>The object, or why there is none. The caller of an aborted request gets <see cref="OperationCanceledException"/>.</summary>
    /// <param name="context">The request.</param>
    /// <param name="maxBytes">Largest body.</param>
    public async ValueTask<(JsonElement Body, JsonBodyFault? Fault)> ReadAsync(HttpContext context, long maxBytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        using var deadline = new CancellationTokenSource(s_timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, context.RequestAborted);
        try
        {
            return await ReadAsync(context, maxBytes, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return Refuse(context, StatusCodes.Status408RequestTimeout, "request body timeout");
        }
        catch (BadHttpRequestException e)
        {
            return Refuse(context, e.StatusCode, "the request body could not be read");
        }
    }

    private static async ValueTask<(JsonElement Body, JsonBodyFault? Fault)> ReadAsync(HttpContext context, long maxBytes, CancellationToken ct)
    {
        if (context.Request.ContentLength is > MaxDrained)
            return Refuse(context, StatusCodes.Status413PayloadTooLarge, "payload too large");
        var body = new ArrayBufferWriter<byte>((int)Math.Clamp(context.Request.ContentLength ?? 0, 256, Math.Min(maxBytes, ChunkBytes)));
        var scrap = context.Request.ContentLength > maxBytes ? new byte[ChunkBytes] : null;
        for (long total = 0; ;)
        {
            var room = scrap ?? body.GetMemory(4096);
            var read = await context.Request.Body.ReadAsync(room, ct).ConfigureAwait(false);
            if (read == 0)
                break;
            total += read;
            if (total > MaxDrained)
                return Refuse(context, StatusCodes.Status413PayloadTooLarge, "payload too large");
            if (scrap is not null)
                continue;
            body.Advance(read);
            if (total <= maxBytes)
                continue;
            scrap = new byte[ChunkBytes];
            body = new ArrayBufferWriter<byte>(256);
        }

        return scrap is null ? Parse(body.WrittenMemory) : (s_empty, new JsonBodyFault(StatusCodes.Status413PayloadTooLarge, "payload too large"));
    }

    private static (JsonElement Body, JsonBodyFault? Fault) Parse(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.Trim(" \t\r\n"u8).IsEmpty)
            return (s_empty, null);
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return (document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : s_empty, null);
        }
        catch (JsonException e)
        {
            return (s_empty, new JsonBodyFault(StatusCodes.Status400BadRequest, $"SyntaxError: {e.Message}"));
        }
    }

    // What is left of the body must not be taken for the next request.
    private static (JsonElement Body, JsonBodyFault? Fault) Refuse(HttpContext context, int status, string message)
    {
        context.Response.Headers.Connection = "close";
        return (s_empty, new JsonBodyFault(status, message));
    }

    private static JsonElement Empty()
    {
        using var document = JsonDocument.Parse("{}");
        return document.RootElement.Clone();
    }
}
