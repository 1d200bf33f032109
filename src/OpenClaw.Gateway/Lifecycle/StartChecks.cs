using OpenClaw.Gateway.ControlPlane.Admission;

namespace OpenClaw.Gateway.Lifecycle;

/// <summary>The refusals of spec 05 §1 row 6: nothing listens without a way to tell friend from stranger.</summary>
internal static class StartChecks
{
    /// <summary>Null when the gateway may start; else what to change.</summary>
    /// <param name="auth">The secret in force.</param>
    /// <param name="bind">Where it would listen.</param>
    /// <param name="tailscaleMode"><c>off</c>, <c>serve</c> or <c>funnel</c>.</param>
    public static string? Problem(GatewayAuth auth, BindPlan bind, string tailscaleMode)
    {
        if (auth.Mode is not (GatewayAuth.TokenMode or GatewayAuth.PasswordMode))
            return $"gateway.auth.mode: must be token or password, not \"{auth.Mode}\"";
        if (auth.Mode == GatewayAuth.TokenMode && auth.Token is null && !auth.AllowTailscale)
            return "gateway.auth.token: no token is set; set gateway.auth.token or OPENCLAW_GATEWAY_TOKEN, or run: openclaw setup";
        if (auth.Mode == GatewayAuth.PasswordMode && auth.Password is null)
            return "gateway.auth.password: gateway.auth.mode is password, but no password is set; set gateway.auth.password or OPENCLAW_GATEWAY_PASSWORD";
        if (tailscaleMode == "funnel" && auth.Mode != GatewayAuth.PasswordMode)
            return "gateway.tailscale.mode: funnel is open to the internet and needs gateway.auth.mode: \"password\"";
        if (tailscaleMode is not "off" && !bind.IsLoopback)
            return $"gateway.bind: gateway.tailscale.mode is {tailscaleMode}, which needs gateway.bind: \"loopback\"";
        return !bind.IsLoopback && !auth.HasSecret
            ? "gateway.bind: listening beyond loopback needs a shared secret; set gateway.auth.token or gateway.auth.password"
            : null;
    }
}
