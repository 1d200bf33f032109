using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OpenClaw.Channels.Telegram.Receiving;
using OpenClaw.Gateway.Http;

namespace OpenClaw.Gateway.Channels;

/// <summary>
/// Takes updates that Telegram posts (spec 10 §8.4): only with the account's secret, which is looked at before the body is read, and 200 only
/// when the update is on disk. Everything else makes Telegram come again.
/// </summary>
internal sealed class TelegramWebhookPage(TelegramWebhooks hooks, JsonBody bodies)
{
    private const string ComeAgainSeconds = "5";

    /// <inheritdoc cref="HttpPage"/>
    public async ValueTask<bool> TryServeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? string.Empty;
        if (!hooks.Serves(path))
            return false;
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await HttpAnswers.MethodNotAllowedAsync(context, HttpMethods.Post).ConfigureAwait(false);
            return true;
        }

        if (hooks.Find(path, context.Request.Headers[TelegramWebhooks.SecretHeader]) is not { } take)
        {
            context.Response.Headers.Connection = "close";
            await HttpAnswers.TextAsync(context, StatusCodes.Status401Unauthorized, "Unauthorized").ConfigureAwait(false);
            return true;
        }

        var (body, fault) = await bodies.ReadAsync(context, TelegramWebhooks.MaxBytes).ConfigureAwait(false);
        if (fault is not null)
            await HttpAnswers.TextAsync(context, fault.Status, fault.Message).ConfigureAwait(false);
        else if (!body.TryGetProperty("update_id", out var id) || id.ValueKind != JsonValueKind.Number)
            await HttpAnswers.TextAsync(context, StatusCodes.Status400BadRequest, "update_id: missing").ConfigureAwait(false);
        else if (await take(body, context.RequestAborted).ConfigureAwait(false))
            await HttpAnswers.TextAsync(context, StatusCodes.Status200OK, "ok").ConfigureAwait(false);
        else
        {
            context.Response.Headers.RetryAfter = ComeAgainSeconds;
            await HttpAnswers.TextAsync(context, StatusCodes.Status503ServiceUnavailable, "The message could not be kept; come again").ConfigureAwait(false);
        }

        return true;
    }
}
