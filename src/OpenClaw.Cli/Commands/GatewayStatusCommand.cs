using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Cli.Commands.Probing;
using OpenClaw.Cli.Commands.Status;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Cli.Terminal;
using OpenClaw.Configuration;
using OpenClaw.Operations.Ports;
using OpenClaw.Operations.Processes;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw gateway status</c> (spec 04 §3.1): supervisor, port and RPC, each judged apart. Always exit 0.</summary>
internal static class GatewayStatusCommand
{
    private const int MaxIssues = 5;

    public static Command Build(CliContext context)
    {
        var command = new Command("status", "Service, port and reachability of the gateway, each judged apart.");
        var noProbe = new Option<bool>("--no-probe") { Description = "Do not connect" };
        var deep = new Option<bool>("--deep") { Description = "Look for other gateway services too" };
        command.Options.Add(noProbe);
        command.Options.Add(deep);
        var remote = RemoteOptions.AddTo(command);
        command.SetAction((parsed, ct) => RunAsync(context, remote.Read(parsed), probe: !parsed.GetValue(noProbe), ct));
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, RemoteChoice choice, bool probe, CancellationToken cancellationToken)
    {
        ConfigGuard.Check(context, GuardPolicy.Report);
        if (GatewayTarget.Resolve(context, choice, out var problem) is not { } target)
            return context.Fail(problem!);
        var service = ServiceGlance.Of(context);
        var probing = probe
            ? GatewayProbe.RunAsync(context, new ProbeTarget("target", "Target", true, target, null), choice.Timeout, cancellationToken)
            : Task.FromResult<ProbeResult>(null!);
        var port = await PortInspector.InspectAsync(target.Url.Port, cancellationToken).ConfigureAwait(false);
        var rpc = await probing.ConfigureAwait(false);
        var last = StopRecords.ReadLast(context.Paths.StateDir, service.Running is not null);
        if (choice.Json)
            context.Screen.Line(JsonText.Pretty(Json(context, target, service, port, rpc, last)));
        else
            Write(context, target, service, port, rpc, last);
        return ExitCodes.Success;
    }

    private static JsonObject Json(CliContext context, GatewayTarget target, ServiceGlance service, PortReport port, ProbeResult? rpc, StopRecord? last)
    {
        var gateway = context.Config.Config.Gateway;
        var json = new JsonObject
        {
            ["service"] = service.ToStatusJson(),
            ["config"] = new JsonObject { ["cli"] = ConfigJson(context.Config), ["daemon"] = ConfigJson(context.Config) },
            ["gateway"] = new JsonObject
            {
                ["bindMode"] = gateway.Bind,
                ["bindHost"] = target.Url.Host,
                ["port"] = target.Url.Port,
                ["portSource"] = "env/config",
                ["probeUrl"] = target.UrlText,
                ["probeNote"] = ProbeNote(gateway.Bind),
            },
            ["port"] = PortJson(port),
            ["lastStop"] = StopText.ToJson(last),
        };
        if (rpc is not null)
        {
            json["rpc"] = new JsonObject { ["ok"] = rpc.Ok, ["url"] = target.UrlText };
            if (rpc.Error is { } error)
                json["rpc"]!["error"] = error;
        }
        json["extraServices"] = new JsonArray();
        return json;
    }

    private static JsonObject ConfigJson(ConfigSnapshot config)
    {
        var json = new JsonObject { ["path"] = config.Path, ["exists"] = config.Exists, ["valid"] = config.Valid };
        if (config.Issues.Count > 0)
            json["issues"] = new JsonArray([.. config.Issues.Select(i => new JsonObject { ["path"] = i.Path, ["message"] = i.Message })]);
        return json;
    }

    private static JsonObject PortJson(PortReport port) => new()
    {
        ["port"] = port.Port,
        ["status"] = StatusName(port.Status),
        ["listeners"] = new JsonArray([.. port.Listeners.Select(l => new JsonObject
        {
            ["pid"] = l.Pid, ["ppid"] = l.Ppid, ["command"] = l.Command, ["address"] = l.Address, ["commandLine"] = l.CommandLine, ["user"] = l.User,
        })]),
        ["hints"] = new JsonArray([.. port.Hints.Select(h => JsonValue.Create(h))]),
    };

    private static string StatusName(PortStatus status) => status switch
    {
        PortStatus.Free => "free",
        PortStatus.Busy => "busy",
        _ => "unknown",
    };

    private static string? ProbeNote(string bind) => bind switch
    {
        "loopback" => "Loopback-only gateway; only local clients can connect.",
        "lan" => "The gateway listens on all interfaces; the probe uses loopback.",
        _ => null,
    };

    private static void Write(CliContext context, GatewayTarget target, ServiceGlance service, PortReport port, ProbeResult? rpc, StopRecord? last)
    {
        var screen = context.Screen;
        screen.Line($"Service: {service.Label} ({(service.Installed ? service.LoadedText : service.NotLoadedText)})");
        screen.Line($"File logs: {context.Paths.Shorten(context.Config.Config.Logging.File ?? context.Paths.LogDir)}");
        if (service.UnitFile is { } unit)
            screen.Line($"Service file: {context.Paths.Shorten(unit)}");
        screen.Line();

        var state = (context.Config.Exists ? "" : " (missing)") + (context.Config.Valid ? "" : " (invalid)");
        screen.Line($"Config (cli): {context.Paths.Shorten(context.Config.Path)}{state}");
        foreach (var issue in context.Config.Issues.Take(MaxIssues))
            screen.Note($"- {issue}");
        screen.Line();

        var gateway = context.Config.Config.Gateway;
        screen.Line($"Gateway: bind={gateway.Bind} ({target.Url.Host}), port={target.Url.Port} (env/config)");
        screen.Line($"Probe target: {target.UrlText}");
        if (ProbeNote(gateway.Bind) is { } note)
            screen.Line($"Probe note: {note}");
        screen.Line();

        screen.Line($"Runtime: {service.Runtime}");
        if (last is not null)
            screen.Line($"Last stop: {StopText.Of(last, context.Time)}");
        if (rpc is { Ok: true })
            screen.Line($"RPC probe: {screen.Good("ok")} ({rpc.LatencyMs}ms)");
        else if (rpc is not null)
        {
            screen.Note($"RPC probe: failed\nRPC target: {target.UrlText}\n  {rpc.Error}");
            foreach (var line in port.Lines())
                screen.Note(line);
            if (port.Status == PortStatus.Free)
                screen.Note($"Nothing listens on port {port.Port}. Start the gateway: {context.Suggest("gateway")}");
        }
        if (port.Status == PortStatus.Busy)
            screen.Line($"Listening: {string.Join(", ", port.Listeners.Select(l => l.Address).OfType<string>())}");
    }
}
