using System.CommandLine;
using OpenClaw.Cli.Commands.Running;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands;

/// <summary>The flags of <c>gateway</c> and <c>gateway run</c> (spec 04 §2).</summary>
internal static class GatewayRunCommand
{
    public static void AddTo(Command command, CliContext context)
    {
        var port = new Option<int?>("--port") { Description = "Port for WebSocket and HTTP", HelpName = "port" };
        var bind = Text("--bind", "loopback, lan, tailnet, auto or custom", "mode");
        var token = Text("--token", "Shared token", "token");
        var auth = Text("--auth", "token or password", "mode");
        var password = Text("--password", "Shared password", "password");
        var tailscale = Text("--tailscale", "off, serve or funnel", "mode");
        var resetTailscale = Flag("--tailscale-reset-on-exit", "Undo serve or funnel when stopping", hidden: true);
        var unconfigured = Flag("--allow-unconfigured", "Start although gateway.mode is not local");
        var dev = Flag("--dev", "Create a dev configuration and workspace when missing");
        var reset = Flag("--reset", "Set the dev profile's state aside first");
        var force = Flag("--force", "End whatever listens on the port first");
        var claude = Flag("--claude-cli-logs", "Show only the log of the Claude CLI backend", hidden: true);
        var wsLog = Text("--ws-log", "WebSocket log: auto, full or compact", "style");
        var compact = Flag("--compact", "Same as --ws-log compact");
        var raw = Flag("--raw-stream", "Log raw model streams");
        var rawPath = Text("--raw-stream-path", "Where to log them", "path");
        foreach (var option in (Option[])[port, bind, token, auth, password, tailscale, resetTailscale, unconfigured, dev, reset, force, claude, wsLog, compact, raw, rawPath])
            command.Options.Add(option);

        command.SetAction((parsed, ct) => GatewayRun.RunAsync(
            context,
            new RunFlags
            {
                Port = parsed.GetValue(port),
                Bind = parsed.GetValue(bind),
                Token = parsed.GetValue(token),
                Auth = parsed.GetValue(auth),
                Password = parsed.GetValue(password),
                Tailscale = parsed.GetValue(tailscale),
                AllowUnconfigured = parsed.GetValue(unconfigured),
                Dev = parsed.GetValue(dev) || context.IsDev,
                Reset = parsed.GetValue(reset),
                Force = parsed.GetValue(force),
                ClaudeCliLogs = parsed.GetValue(claude),
                WsLog = parsed.GetValue(compact) ? "compact" : parsed.GetValue(wsLog) ?? "auto",
                RawStream = parsed.GetValue(raw),
                RawStreamPath = parsed.GetValue(rawPath),
            },
            ct));
    }

    private static Option<string?> Text(string name, string description, string helpName) => new(name) { Description = description, HelpName = helpName };

    // Hidden flags are those of units and scripts that exist already; what they switch comes later or is not there.
    private static Option<bool> Flag(string name, string description, bool hidden = false) => new(name) { Description = description, Hidden = hidden };
}
