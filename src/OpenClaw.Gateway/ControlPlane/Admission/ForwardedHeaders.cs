using Microsoft.AspNetCore.Http;

namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>The request headers the handshake looks at, copied so that the connection need not keep the HTTP request alive.</summary>
internal sealed record ForwardedHeaders
{
    public string? Host { get; init; }

    public string? Origin { get; init; }

    public string? ForwardedFor { get; init; }

    public string? ForwardedProto { get; init; }

    public string? ForwardedHost { get; init; }

    public string? RealIp { get; init; }

    public string? TailscaleLogin { get; init; }

    /// <summary>True when the request says that it came through a proxy.</summary>
    public bool SaysForwarded => ForwardedFor is not null || RealIp is not null || ForwardedHost is not null;

    public static ForwardedHeaders Of(HttpRequest request)
    {
        var headers = request.Headers;
        return new ForwardedHeaders
        {
            Host = Text(headers.Host),
            Origin = Text(headers.Origin),
            ForwardedFor = Text(headers["X-Forwarded-For"]),
            ForwardedProto = Text(headers["X-Forwarded-Proto"]),
            ForwardedHost = Text(headers["X-Forwarded-Host"]),
            RealIp = Text(headers["X-Real-IP"]),
            TailscaleLogin = Text(headers["Tailscale-User-Login"]),
        };
    }

    private static string? Text(Microsoft.Extensions.Primitives.StringValues values) => values.Count == 0 ? null : values.ToString();
}
