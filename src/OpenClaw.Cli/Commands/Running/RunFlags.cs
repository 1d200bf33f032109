using OpenClaw.Configuration;
using OpenClaw.Gateway.ControlPlane.Admission;
using OpenClaw.Operations.Logging;

namespace OpenClaw.Cli.Commands.Running;

/// <summary>What the command line said about the gateway to run. Printing it shows no secret.</summary>
internal sealed record RunFlags
{
    public static IReadOnlyList<string> BindModes { get; } = ["loopback", "lan", "tailnet", "auto", "custom"];

    public static IReadOnlyList<string> AuthModes { get; } = ["token", "password"];

    public static IReadOnlyList<string> TailscaleModes { get; } = ["off", "serve", "funnel"];

    public static IReadOnlyList<string> WsLogStyles { get; } = ["auto", "full", "compact"];

    public int? Port { get; init; }

    public string? Bind { get; init; }

    public string? Token { get; init; }

    public string? Auth { get; init; }

    public string? Password { get; init; }

    public string? Tailscale { get; init; }

    public bool AllowUnconfigured { get; init; }

    /// <summary>By flag or by profile.</summary>
    public bool Dev { get; init; }

    public bool Reset { get; init; }

    public bool Force { get; init; }

    public bool ClaudeCliLogs { get; init; }

    public string WsLog { get; init; } = "auto";

    public bool RawStream { get; init; }

    public string? RawStreamPath { get; init; }

    public GatewayAuthOverrides AuthOverrides => new() { Mode = Auth, Token = Token, Password = Password, Tailscale = Tailscale };

    public WebSocketLogStyle WebSocketLog => WsLog switch
    {
        "full" => WebSocketLogStyle.Full,
        "compact" => WebSocketLogStyle.Compact,
        _ => WebSocketLogStyle.Auto,
    };

    /// <summary>The environment the gateway works in: what flags stand for, other parts read from there.</summary>
    public EnvironmentVariables Apply(EnvironmentVariables environment, int port)
    {
        environment = environment.With("OPENCLAW_GATEWAY_PORT", port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (Token is { } token)
            environment = environment.With("OPENCLAW_GATEWAY_TOKEN", token);
        if (ClaudeCliLogs)
            environment = environment.With("OPENCLAW_CLAUDE_CLI_LOG_OUTPUT", "1");
        if (RawStream)
            environment = environment.With("OPENCLAW_RAW_STREAM", "1");
        return RawStreamPath is { } path ? environment.With("OPENCLAW_RAW_STREAM_PATH", path) : environment;
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(RunFlags);
}
