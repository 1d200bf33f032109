using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OpenClaw.Gateway.Http;

/// <summary>The answers all HTTP APIs share (spec 06 §1.3).</summary>
internal static class HttpAnswers
{
    private const string JsonType = "application/json; charset=utf-8";

    /// <summary>JSON with a status.</summary>
    public static Task JsonAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = JsonType;
        var bytes = JsonBytes.Of(body);
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    /// <summary><c>{"error":{"message","type"}}</c>.</summary>
    public static Task FailAsync(HttpContext context, int status, string message, string type) =>
        JsonAsync(context, status, new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["type"] = type } });

    /// <summary>400 with <c>invalid_request_error</c>.</summary>
    public static Task InvalidAsync(HttpContext context, string message) =>
        FailAsync(context, StatusCodes.Status400BadRequest, message, "invalid_request_error");

    /// <summary>405 as plain text, naming what is allowed.</summary>
    public static Task MethodNotAllowedAsync(HttpContext context, string allow)
    {
        context.Response.Headers.Allow = allow;
        return TextAsync(context, StatusCodes.Status405MethodNotAllowed, "Method Not Allowed");
    }

    /// <summary>Plain text with a status.</summary>
    public static Task TextAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    /// <summary>What is said of a body that could not be read, in the form of the <c>/v1</c> APIs.</summary>
    public static Task BodyFaultAsync(HttpContext context, JsonBodyFault fault) =>
        FailAsync(context, fault.Status, fault.Message, "invalid_request_error");
}
