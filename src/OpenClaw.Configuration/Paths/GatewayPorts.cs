using OpenClaw.Configuration.Model;

namespace OpenClaw.Configuration.Paths;

/// <summary>The gateway's port and those derived from it (spec 00 A11).</summary>
/// <param name="Gateway">WebSocket and HTTP.</param>
public readonly record struct GatewayPorts(int Gateway)
{
    /// <summary>Port when nothing else is said.</summary>
    public const int Default = 18789;

    /// <summary>Canvas files.</summary>
    public int Canvas => Gateway + 4;

    /// <summary><c>--port</c> over <c>OPENCLAW_GATEWAY_PORT</c> over <c>gateway.port</c> over 18789.</summary>
    public static GatewayPorts Resolve(int? option, ConfigPaths paths, OpenClawConfig config) =>
        new(option ?? paths.EnvironmentPort ?? config.Gateway.Port ?? Default);
}
