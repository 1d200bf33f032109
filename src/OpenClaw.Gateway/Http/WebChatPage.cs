using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace OpenClaw.Gateway.Http;

/// <summary>
/// The page to talk on, at <c>GET /</c>. Nothing in it is secret and nothing is rendered into it: the page learns all it
/// shows over its own WebSocket, after the handshake.
/// </summary>
internal sealed class WebChatPage
{
    // No inline code at all, and no other origin: what a message makes the page show can load and run nothing (spec 12).
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly IReadOnlyDictionary<string, WebChatAsset> _assets = WebChatAsset.LoadAll();

    /// <summary>Answers when the path is one of the page's; false leaves the request to others.</summary>
    public async ValueTask<bool> TryServeAsync(HttpContext context)
    {
        if (!_assets.TryGetValue(context.Request.Path.Value ?? "/", out var asset))
            return false;

        var response = context.Response;
        var isHead = HttpMethods.IsHead(context.Request.Method);
        if (!isHead && !HttpMethods.IsGet(context.Request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = "GET, HEAD";
            response.ContentType = "text/plain; charset=utf-8";
            await response.WriteAsync("Method Not Allowed", context.RequestAborted);
            return true;
        }

        AddHeaders(response.Headers, asset);
        if (Matches(context.Request.Headers.IfNoneMatch, asset.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }

        response.ContentType = asset.ContentType;
        response.ContentLength = asset.Content.Length;
        if (!isHead)
            await response.Body.WriteAsync(asset.Content, context.RequestAborted);
        return true;
    }

    private static void AddHeaders(IHeaderDictionary headers, WebChatAsset asset)
    {
        headers.ETag = asset.ETag;
        headers.CacheControl = "no-cache";
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    private static bool Matches(StringValues candidates, string etag)
    {
        foreach (var line in candidates)
        {
            foreach (var candidate in (line ?? "").Split(',', StringSplitOptions.TrimEntries))
            {
                if (candidate == "*" || candidate == etag || candidate == "W/" + etag)
                    return true;
            }
        }
        return false;
    }
}
