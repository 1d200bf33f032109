using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Cli.Commands.Probing;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Cli.Terminal;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw gateway probe</c> (spec 04 §3.5). SSH tunnels and discovery belong to remote access and are not probed yet.</summary>
internal static class GatewayProbeCommand
{
    private const int DefaultTimeoutMs = 3_000;

    public static Command Build(CliContext context)
    {
        var command = new Command("probe", "Find out which gateways can be reached from here.");
        var remote = RemoteOptions.AddTo(command, DefaultTimeoutMs);
        command.SetAction((parsed, ct) => RunAsync(context, remote.Read(parsed), ct));
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, RemoteChoice choice, CancellationToken cancellationToken)
    {
        ConfigGuard.Check(context, GuardPolicy.Report);
        var started = context.Time.GetTimestamp();
        if (ProbeTargets.Of(context, choice, out var problem) is not { } targets)
            return context.Fail(problem!);
        var results = await Task.WhenAll(targets.Select(t => GatewayProbe.RunAsync(context, t, choice.Timeout, cancellationToken))).ConfigureAwait(false);
        var primary = results.FirstOrDefault(r => r.Ok);
        var elapsed = (long)context.Time.GetElapsedTime(started).TotalMilliseconds;
        if (choice.Json)
            context.Screen.Line(JsonText.Pretty(Json(context, choice, results, primary, elapsed)));
        else
            Write(context, choice, results, primary);
        return primary is null ? ExitCodes.Failure : ExitCodes.Success;
    }

    private static JsonObject Json(CliContext context, RemoteChoice choice, IReadOnlyList<ProbeResult> results, ProbeResult? primary, long elapsed)
    {
        var tailnet = GatewayTarget.TailnetAddress()?.ToString();
        var local = GatewayTarget.Local(context, choice);
        var port = local.Url.Port;
        return new JsonObject
        {
            ["ok"] = primary is not null,
            ["ts"] = context.Time.GetUtcNow().ToUnixTimeMilliseconds(),
            ["durationMs"] = elapsed,
            ["timeoutMs"] = choice.TimeoutMs,
            ["primaryTargetId"] = primary?.Target.Id,
            ["warnings"] = new JsonArray(),
            ["network"] = new JsonObject
            {
                ["localLoopbackUrl"] = $"{local.Url.Scheme}://127.0.0.1:{port}",
                ["localTailnetUrl"] = tailnet is null ? null : $"{local.Url.Scheme}://{tailnet}:{port}",
                ["tailnetIPv4"] = tailnet,
            },
            ["discovery"] = new JsonObject { ["timeoutMs"] = 0, ["count"] = 0, ["beacons"] = new JsonArray() },
            ["targets"] = new JsonArray([.. results.Select(r => r.ToJson())]),
        };
    }

    private static void Write(CliContext context, RemoteChoice choice, IReadOnlyList<ProbeResult> results, ProbeResult? primary)
    {
        var screen = context.Screen;
        screen.Line(screen.Bold("Gateway Status"));
        screen.Line($"Reachable: {(primary is null ? screen.Bad("no") : screen.Good("yes"))}");
        screen.Line($"Probe budget: {choice.TimeoutMs}ms");
        screen.Line();
        screen.Line(screen.Bold("Targets"));
        foreach (var result in results)
        {
            screen.Line($"{result.Target.Label} · {result.Target.Gateway.UrlText}{(result.Target.Active ? "" : " (inactive)")}");
            screen.Line(result.Ok
                ? $"  Connect: {screen.Good("ok")} ({result.LatencyMs}ms) · RPC: {(result.Error is null ? screen.Good("ok") : screen.Bad("failed"))}"
                : $"  Connect: {screen.Bad("failed")} · {result.Error}");
            if (result.Self is { } self)
                screen.Line($"  Gateway: {self.Host}{(self.Ip is { } ip ? $" ({ip})" : "")} · {self.Platform} · app {self.Version}");
        }
    }
}
