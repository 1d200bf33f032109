using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpenClaw.Gateway.ControlPlane;

namespace OpenClaw.Gateway.Http;

/// <summary>The one terminal of the HTTP pipeline: WebSocket upgrades go to the hub, everything else to the first page that wants it.</summary>
internal sealed class HttpFrontDoor(ConnectionHub hub, IReadOnlyList<HttpPage> pages, ILogger logger)
{
    /// <summary>Serves one request.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            await hub.AcceptAsync(context).ConfigureAwait(false);
            return;
        }
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(self), geolocation=()";
        if (string.Equals(context.Request.Headers.Upgrade, "websocket", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            headers.SecWebSocketVersion = "13";
            return;
        }
        try
        {
            foreach (var page in pages)
            {
                if (await page(context).ConfigureAwait(false))
                    return;
            }
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync("""{"error":{"message":"Not Found","type":"not_found"}}""", context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            HttpLog.Failed(logger, e, context.Request.Method, TextCut.Message(context.Request.Path.Value ?? "", 200));
            if (context.Response.HasStarted)
                return;
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync("Internal Server Error", context.RequestAborted).ConfigureAwait(false);
        }
    }
}
