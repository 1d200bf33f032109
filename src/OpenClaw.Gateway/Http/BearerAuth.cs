using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using OpenClaw.Agents.Runs;
using OpenClaw.Configuration;
using OpenClaw.Gateway.ControlPlane.Admission;
using OpenClaw.Protocol;

namespace OpenClaw.Gateway.Http;

/// <summary>
/// Lets in holders of the gateway's secret: <c>Authorization: Bearer</c>, offered as token and as password, whichever the mode in force
/// asks for; or a confirmed Tailscale identity (spec 06 §1.2). Being on this host is not enough. The secret is read at every request.
/// </summary>
internal sealed class BearerAuth(Func<ConfigSnapshot> config, GatewayAuthOverrides overrides, FailureLimiter limiter, TailscaleIdentity tailscale)
{
    private const string Scheme = "Bearer ";
    private const string ScopesHeader = "x-openclaw-scopes";

    /// <summary>The caller; or null, and the refusal has been written.</summary>
    public async ValueTask<HttpCaller?> AuthenticateAsync(HttpContext context)
    {
        var snapshot = config();
        var headers = ForwardedHeaders.Of(context.Request);
        var peer = Peer.Resolve(context.Connection.RemoteIpAddress ?? IPAddress.None, headers, snapshot.Config.Gateway.TrustedProxies);
        // As in the handshake: what a page guesses does not keep the owner's programs out.
        var key = headers.Origin is null ? peer.BudgetKey : $"{peer.BudgetKey} page";
        if (limiter.Blocked(key) is { Ticks: > 0 } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await HttpAnswers.FailAsync(context, StatusCodes.Status429TooManyRequests, "Too many failed attempts. Try again later.", "rate_limited").ConfigureAwait(false);
            return null;
        }

        var auth = GatewayAuth.Resolve(snapshot, overrides);
        if (auth.AllowTailscale && !peer.IsLocal
            && await tailscale.VerifyAsync(peer, headers, context.RequestAborted).ConfigureAwait(false) is { } login)
            return Caller(context, peer, login);
        var shown = Shown(context.Request);
        var secret = auth.Mode == GatewayAuth.PasswordMode ? auth.Password : auth.Token;
        if (secret is not null && shown is not null && GatewayAuth.Same(secret, shown))
            return Caller(context, peer, "http");
        limiter.Failed(key, shown);
        await HttpAnswers.FailAsync(context, StatusCodes.Status401Unauthorized, "Unauthorized", "unauthorized").ConfigureAwait(false);
        return null;
    }

    private static HttpCaller Caller(HttpContext context, Peer peer, string id)
    {
        IReadOnlyList<string> scopes = [Scopes.Admin];
        if (context.Request.Headers.TryGetValue(ScopesHeader, out var asked))
            scopes = [.. asked.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        return new HttpCaller(
            new RunCaller(RunOrigin.Http, scopes, scopes.Contains(Scopes.Admin, StringComparer.Ordinal), id), peer.BudgetKey, peer.IsLocal);
    }

    private static string? Shown(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header[Scheme.Length..].Trim() is { Length: > 0 } value ? value : null;
    }
}
