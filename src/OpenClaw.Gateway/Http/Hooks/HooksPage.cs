using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Model;
using OpenClaw.Gateway.ControlPlane.Admission;

namespace OpenClaw.Gateway.Http.Hooks;

/// <summary>
/// <c>/hooks</c>: programs elsewhere wake an agent or give it a task (spec 06 §5). Its token is its own. In order: path, address, token,
/// method, body, what it asks for.
/// </summary>
internal sealed class HooksPage(
    Func<ConfigSnapshot> config, HookMappings mappings, HookRuns runs, Func<IReadOnlyList<string>> channels, TimeProvider time, ILogger logger)
{
    private const string IdempotencyKey = "Idempotency-Key";
    private const int MaxKeyChars = 200;

    private readonly HookLimiter _limiter = new(time);
    private readonly HookReplays _replays = new(time);
    private readonly JsonBody _bodies = new(time);

    /// <summary>Serves a request below the hooks' path.</summary>
    public async ValueTask<bool> TryServeAsync(HttpContext context)
    {
        var snapshot = config();
        var hooks = snapshot.Config.Hooks;
        if (!hooks.Enabled || string.IsNullOrEmpty(hooks.Token) || Below(HookChecks.PathOf(hooks), context.Request.Path.Value ?? "") is not { } subpath)
            return false;
        if (!await AdmitAsync(context, snapshot, hooks.Token).ConfigureAwait(false))
            return true;
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await HttpAnswers.MethodNotAllowedAsync(context, "POST").ConfigureAwait(false);
            return true;
        }

        if (subpath.Length == 0)
        {
            await SendAsync(context, HookAnswer.NotFound).ConfigureAwait(false);
            return true;
        }

        var (body, fault) = await _bodies.ReadAsync(context, hooks.MaxBodyBytes).ConfigureAwait(false);
        var answer = fault is not null ? HookAnswer.Fail(fault.Status, fault.Message) : await AnswerAsync(context, hooks, subpath, body).ConfigureAwait(false);
        await SendAsync(context, answer).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> AdmitAsync(HttpContext context, ConfigSnapshot snapshot, string secret)
    {
        var peer = Peer.Resolve(
            context.Connection.RemoteIpAddress ?? IPAddress.None, ForwardedHeaders.Of(context.Request), snapshot.Config.Gateway.TrustedProxies);
        if (_limiter.Blocked(peer.BudgetKey) is { Ticks: > 0 } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await HttpAnswers.TextAsync(context, StatusCodes.Status429TooManyRequests, "Too Many Requests").ConfigureAwait(false);
            return false;
        }

        var token = HookToken.Of(context.Request);
        if (token is not null && GatewayAuth.Same(secret, token.Value))
        {
            if (token.InQuery)
                HookLog.QueryToken(logger);
            return true;
        }

        if (token is not null)
        {
            _limiter.Failed(peer.BudgetKey);
            if (_limiter.Blocked(peer.BudgetKey) is { Ticks: > 0 } blocked)
                HookLog.Blocked(logger, peer.BudgetKey, (long)blocked.TotalSeconds, HookLimiter.MaxFailures);
        }

        await HttpAnswers.TextAsync(context, StatusCodes.Status401Unauthorized, "Unauthorized").ConfigureAwait(false);
        return false;
    }

    private Task<HookAnswer> AnswerAsync(HttpContext context, HooksConfig hooks, string subpath, JsonElement body)
    {
        var key = context.Request.Headers[IdempotencyKey].ToString().Trim();
        return key.Length is > 0 and <= MaxKeyChars
            ? _replays.OnceAsync($"{subpath}\n{key}", () => CarryOutAsync(context, hooks, subpath, body))
            : CarryOutAsync(context, hooks, subpath, body);
    }

    private async Task<HookAnswer> CarryOutAsync(HttpContext context, HooksConfig hooks, string subpath, JsonElement body)
    {
        if (subpath is "wake" or "agent")
        {
            var (order, problem) = subpath == "wake" ? HookBody.Wake(body) : HookBody.Agent(body, channels());
            return order is null ? HookAnswer.Fail(StatusCodes.Status400BadRequest, problem!) : runs.Take(order);
        }

        // A transform that has begun goes on when its caller leaves: others may wait for the same answer.
        var (mapped, answer) = await mappings.MapAsync(hooks, Seen(context.Request, subpath, body), channels(), CancellationToken.None).ConfigureAwait(false);
        return answer ?? runs.Take(mapped!);
    }

    private static HookRequest Seen(HttpRequest request, string subpath, JsonElement body)
    {
        var query = request.Query.Where(static pair => pair.Key != HookToken.Parameter).ToDictionary(static pair => pair.Key, static pair => pair.Value.ToString(), StringComparer.Ordinal);
        var address = request.Path.Value + (query.Count == 0 ? "" : QueryString.Create(query!).Value);
        var headers = request.Headers
            .Where(static pair => !pair.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase) && !pair.Key.Equals(HookToken.Header, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(static pair => pair.Key.ToLowerInvariant(), static pair => pair.Value.ToString(), StringComparer.Ordinal);
        return new HookRequest(subpath, address, body, headers, query);
    }

    private static async Task SendAsync(HttpContext context, HookAnswer answer)
    {
        if (answer.Body is { } body)
            await HttpAnswers.JsonAsync(context, answer.Status, body.DeepClone()).ConfigureAwait(false);
        else if (answer.Text is { } text)
            await HttpAnswers.TextAsync(context, answer.Status, text).ConfigureAwait(false);
        else
            context.Response.StatusCode = answer.Status;
    }

    /// <summary>What follows the hooks' path; null for other paths.</summary>
    private static string? Below(string root, string path) =>
        path == root ? "" : path.StartsWith(root + "/", StringComparison.Ordinal) ? path[(root.Length + 1)..].Trim('/') : null;
}
