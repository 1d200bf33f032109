using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OpenClaw.Gateway.Http;

/// <summary>
/// <c>/healthz</c> (the process answers) and <c>/readyz</c> (it takes work), for containers and monitors (spec 06 §12). No secrets, no
/// authentication.
/// </summary>
/// <param name="failing">What keeps the gateway from being ready; empty means ready.</param>
/// <param name="time">The clock.</param>
internal sealed class Probes(Func<IReadOnlyList<string>> failing, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();

    /// <summary>Answers a probe.</summary>
    public async ValueTask<bool> TryServeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value;
        if (path is not ("/healthz" or "/health" or "/readyz" or "/ready"))
            return false;
        var response = context.Response;
        response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = "GET, HEAD";
            return true;
        }
        var body = """{"ok":true,"status":"live"}""";
        if (path is "/readyz" or "/ready")
        {
            var problems = failing();
            response.StatusCode = problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            var list = string.Join(',', problems.Select(p => $"\"{p}\""));
            body = string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"ready":{{(problems.Count == 0 ? "true" : "false")}},"failing":[{{list}}],"uptimeMs":{{(long)time.GetElapsedTime(_started).TotalMilliseconds}}}""");
        }
        response.ContentType = "application/json; charset=utf-8";
        if (HttpMethods.IsGet(context.Request.Method))
            await response.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        return true;
    }
}
