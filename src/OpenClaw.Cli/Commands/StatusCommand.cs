using System.CommandLine;
using OpenClaw.Cli.Commands.Probing;
using OpenClaw.Cli.Commands.Status;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Cli.Terminal;
using OpenClaw.Operations.Processes;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw status</c> (spec 04 §4): exit 0 whether or not the gateway can be reached.</summary>
internal static class StatusCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("status", "Gateway, agents and sessions at a glance.");
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var deep = new Option<bool>("--deep") { Description = "Let the gateway probe its channels" };
        var timeout = new Option<int>("--timeout") { Description = "How long to wait (default 10000)", HelpName = "ms", DefaultValueFactory = _ => 10_000 };
        foreach (var option in (Option[])[json, deep, timeout])
            command.Options.Add(option);
        command.SetAction((parsed, ct) =>
        {
            var choice = new RemoteChoice { Json = parsed.GetValue(json), TimeoutMs = parsed.GetValue(timeout) };
            return choice.TimeoutMs <= 0
                ? Task.FromResult(context.Fail("--timeout must be a positive number of milliseconds"))
                : RunAsync(context, choice, parsed.GetValue(deep), ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, RemoteChoice choice, bool deep, CancellationToken cancellationToken)
    {
        ConfigGuard.Check(context, GuardPolicy.Report);
        if (GatewayTarget.Resolve(context, choice, out var problem) is not { } target)
            return context.Fail(problem!);
        using var progress = new Progress(context.Screen, $"Asking {target.UrlText} …", choice.Json, context.Time);
        var probe = await GatewayProbe.RunAsync(context, new ProbeTarget("target", "Target", true, target, null), choice.Timeout, cancellationToken)
            .ConfigureAwait(false);
        progress.Dispose();
        var service = ServiceGlance.Of(context);
        var report = new StatusReport
        {
            Context = context,
            Target = target,
            Probe = probe,
            Service = service,
            Agents = AgentGlance.All(context),
            LastStop = StopRecords.ReadLast(context.Paths.StateDir, service.Running is not null),
            Deep = deep,
        };
        if (choice.Json)
            context.Screen.Line(JsonText.Pretty(StatusJson.Of(report)));
        else
            StatusText.Write(report);
        return ExitCodes.Success;
    }
}
