using Microsoft.Extensions.Logging;
using OpenClaw.Cli.Commands.Setup;
using OpenClaw.Cli.Invocation;
using OpenClaw.Operations.Locks;
using OpenClaw.Operations.Logging;
using OpenClaw.Operations.Ports;
using OpenClaw.Operations.Processes;

namespace OpenClaw.Cli.Commands.Running;

/// <summary><c>openclaw gateway</c>: checks, lock, log, then the gateway until a signal ends it (spec 04 §2, spec 05 §1).</summary>
internal static class GatewayRun
{
    public static async Task<int> RunAsync(CliContext context, RunFlags flags, CancellationToken cancellationToken)
    {
        if (RunChecks.Flags(context, flags) is { } misuse)
            return misuse;
        if (flags.Reset && DevReset.Run(context) is { } kept)
            return kept;
        if (flags.Dev && !context.Config.Exists && await DevConfig.CreateAsync(context, cancellationToken).ConfigureAwait(false) is { } failed)
            return failed;
        var moved = new List<string>();
        if (await OldConfig.MoveKeysAsync(context, moved, cancellationToken).ConfigureAwait(false) is { } unmovable)
            return unmovable;
        if (RunChecks.Configuration(context, flags) is { } unusable)
            return unusable;

        var port = RunChecks.Port(context, flags);
        if (flags.Force && await ForceAsync(context, port, cancellationToken).ConfigureAwait(false) is { } busy)
            return busy;
        if (context.Environment["OPENCLAW_ALLOW_MULTI_GATEWAY"] == "1")
            return await RunUnlockedAsync(context, flags, port, moved, cancellationToken).ConfigureAwait(false);

        using var held = GatewayLock.TryAcquire(context.Paths.StateDir, context.Paths.ConfigFile, port, context.Time, out var holder);
        return held is null
            ? StartProblems.Locked(context, holder!)
            : await RunUnlockedAsync(context, flags, port, moved, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> RunUnlockedAsync(
        CliContext context, RunFlags flags, int port, IReadOnlyList<string> moved, CancellationToken cancellationToken)
    {
        var stops = new StopRecords(context.Paths.StateDir, context.Time);
        stops.Begin();
        var log = new GatewayLog(LogSetup.Of(context, flags, context.Config.Config.Logging), context.Time, context.Screen.Out, context.Screen.Err);
        try
        {
            if (stops.Last is { Reason: "killed or crashed" } last)
                log.Write(LogLevel.Warning, "gateway", $"the run before this one (pid {last.Pid}) was killed or crashed");
            foreach (var change in moved)
                log.WriteToFile(LogLevel.Information, "gateway", $"config: {change}");
            var life = new GatewayLife(context, flags, port, log);
            var (code, reason) = await life.RunAsync(cancellationToken).ConfigureAwait(false);
            stops.End(reason, code);
            return code;
        }
        finally
        {
            await log.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task<int?> ForceAsync(CliContext context, int port, CancellationToken cancellationToken)
    {
        var force = new PortForce(context.Time);
        var problem = await force.FreeAsync(port, line => context.Screen.Note($"Force: {line}"), cancellationToken).ConfigureAwait(false);
        return problem is null ? null : context.Fail($"Force: {problem}");
    }
}
