using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>What every call of the model APIs goes through first: method, secret, body (spec 06 §1.3).</summary>
internal sealed class ApiSurface(BearerAuth auth, JsonBody bodies)
{
    /// <summary>Caller and body of a POST; null, and the refusal has been written.</summary>
    public async ValueTask<(HttpCaller Caller, JsonElement Body)?> OpenAsync(HttpContext context, long maxBytes)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await HttpAnswers.MethodNotAllowedAsync(context, "POST").ConfigureAwait(false);
            return null;
        }

        if (await auth.AuthenticateAsync(context).ConfigureAwait(false) is not { } caller)
            return null;
        var (body, fault) = await bodies.ReadAsync(context, maxBytes).ConfigureAwait(false);
        if (fault is null)
            return (caller, body);
        await HttpAnswers.BodyFaultAsync(context, fault).ConfigureAwait(false);
        return null;
    }

    /// <summary>The caller of a GET; null, and the refusal has been written.</summary>
    public async ValueTask<HttpCaller?> OpenGetAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            return await auth.AuthenticateAsync(context).ConfigureAwait(false);
        await HttpAnswers.MethodNotAllowedAsync(context, "GET, HEAD").ConfigureAwait(false);
        return null;
    }

    /// <summary>Says that an endpoint is switched off, and how it is switched on.</summary>
    public static Task SwitchedOffAsync(HttpContext context, string setting) => HttpAnswers.FailAsync(
        context, StatusCodes.Status404NotFound, $"{context.Request.Path.Value} is switched off; set {setting} to true", "not_found");

    /// <summary>Writes a fault.</summary>
    public static Task FailAsync(HttpContext context, ApiFault fault)
    {
        if (fault == ApiErrors.Busy)
            context.Response.Headers.RetryAfter = "1";
        return HttpAnswers.FailAsync(context, fault.Status, fault.Message, fault.Type);
    }
}
