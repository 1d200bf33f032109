using OpenClaw.Cli.Invocation;
using OpenClaw.Gateway.Lifecycle;
using OpenClaw.Operations.Locks;
using OpenClaw.Operations.Ports;

namespace OpenClaw.Cli.Commands.Running;

/// <summary>Why the gateway did not start, who is in the way, and the exit code that says which kind it is (spec 04 §2, spec 13 §3).</summary>
internal static class StartProblems
{
    /// <summary>Another gateway has this state directory.</summary>
    public static int Locked(CliContext context, LockHolder holder)
    {
        context.Fail(
            $"Gateway failed to start: {holder.Describe()}",
            $"Lock: {holder.Path}",
            holder.Pid is { } pid ? $"Stop that one first (kill {pid}), or use another profile: openclaw --profile <name> gateway" : "Stop that one first.");
        return ExitCodes.Taken;
    }

    /// <summary>The runtime refused.</summary>
    public static async Task<int> RefusedAsync(CliContext context, StartRefusal refusal, int port, CancellationToken cancellationToken)
    {
        switch (refusal.Kind)
        {
            case StartRefusalKind.PortTaken:
                var report = await PortInspector.InspectAsync(port, cancellationToken).ConfigureAwait(false);
                context.Fail($"Gateway failed to start: {refusal.Message}", [.. report.Lines(), .. Ways(context)]);
                return ExitCodes.Taken;
            case StartRefusalKind.Configuration:
                context.Fail($"Gateway failed to start: {refusal.Message}");
                return ExitCodes.Configuration;
            default:
                return context.Fail($"Gateway failed to start: {refusal.Message}");
        }
    }

    private static IEnumerable<string> Ways(CliContext context) =>
    [
        $"Use another port ({context.Suggest("gateway --port <n>")}), or end the listener: {context.Suggest("gateway --force")}",
        $"If it runs as a service, stop that first: {context.Suggest("gateway status")} shows it.",
    ];
}
