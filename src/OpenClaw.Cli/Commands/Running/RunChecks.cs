using OpenClaw.Cli.Invocation;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Cli.Commands.Running;

/// <summary>The checks before a start, in the order of spec 04 §2. A check that fails has printed why; the code is what to exit with.</summary>
internal static class RunChecks
{
    /// <summary>Checks of the flags alone; null when they pass.</summary>
    public static int? Flags(CliContext context, RunFlags flags)
    {
        if (flags.Reset && !context.IsDev)
            return context.Fail("--reset sets the dev profile's state aside and works only with it", "Use: openclaw --dev gateway --reset");
        if (OneOf(context, "--ws-log", flags.WsLog, RunFlags.WsLogStyles) is { } style)
            return style;
        if (flags.Port is <= 0 or > 65535)
            return context.Fail($"--port: {flags.Port} must be between 1 and 65535");
        return OneOf(context, "--auth", flags.Auth, RunFlags.AuthModes)
            ?? OneOf(context, "--tailscale", flags.Tailscale, RunFlags.TailscaleModes)
            ?? OneOf(context, "--bind", flags.Bind, RunFlags.BindModes);
    }

    /// <summary>Checks of the configuration; null when they pass.</summary>
    public static int? Configuration(CliContext context, RunFlags flags)
    {
        if (!context.Config.Valid)
        {
            ConfigGuard.Report(context);
            return ExitCodes.Configuration;
        }
        var mode = context.Config.Config.Gateway.Mode;
        if (mode == "local" || flags.AllowUnconfigured)
            return null;
        if (!context.Config.Exists)
        {
            context.Fail(
                "Missing config",
                $"Run {context.Suggest("setup")}, or set gateway.mode=local: {context.Suggest("config set gateway.mode local")}",
                $"To start without: {context.Suggest("gateway --allow-unconfigured")}");
        }
        else
        {
            context.Fail(
                $"Gateway start blocked: gateway.mode is {mode ?? "unset"}, but this command runs a local gateway",
                $"Set it: {context.Suggest("config set gateway.mode local")}, or pass --allow-unconfigured");
        }
        return ExitCodes.Configuration;
    }

    /// <summary>The port to use.</summary>
    public static int Port(CliContext context, RunFlags flags) =>
        GatewayPorts.Resolve(flags.Port, context.Paths, context.Config.Config).Gateway;

    private static int? OneOf(CliContext context, string flag, string? value, IReadOnlyList<string> allowed) =>
        value is null || allowed.Contains(value) ? null : context.Fail($"{flag}: '{value}' must be one of {string.Join(", ", allowed)}");
}
