namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>
/// Which web pages may open a socket (spec 06 §13.12). A browser always says where a page came from and a page cannot forge it, so
/// this is what keeps a foreign page from talking to the gateway on the reader's own machine. Other programs send no Origin.
/// </summary>
internal static class OriginPolicy
{
    /// <summary>True when the upgrade may go on.</summary>
    /// <param name="origin">The <c>Origin</c> header; null passes.</param>
    /// <param name="host">The <c>Host</c> header.</param>
    /// <param name="loopbackBind">The gateway listens on loopback only, so pages of this machine are neighbours.</param>
    /// <param name="allowed"><c>gateway.controlUi.allowedOrigins</c>: exact origins, or <c>*</c>.</param>
    public static bool Allows(string? origin, string? host, bool loopbackBind, IReadOnlyList<string> allowed)
    {
        if (origin is null)
            return true;
        foreach (var entry in allowed)
        {
            if (entry == "*" || string.Equals(entry.Trim().TrimEnd('/'), origin.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
                return true;
        }
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0)
            return false;
        if (loopbackBind && HostNames.IsLoopback(uri.Authority))
            return true;
        return Authority(uri).Equals(WithPort((host ?? "").Trim(), uri.Scheme), StringComparison.OrdinalIgnoreCase);
    }

    private static string Authority(Uri uri) => $"{uri.Host}:{uri.Port}";

    private static string WithPort(string host, string scheme)
    {
        var hasPort = host.LastIndexOf(':') is var colon and > 0 && colon > host.LastIndexOf(']');
        return hasPort ? host : $"{host}:{(scheme == "https" ? 443 : 80)}";
    }
}
