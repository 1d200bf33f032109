using System.CommandLine;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw gateway …</c> (spec 04 §2, §3). Without a subcommand it runs the gateway.</summary>
internal static class GatewayCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("gateway", "Run the gateway in the foreground, or talk to a running one.");
        GatewayRunCommand.AddTo(command, context);

        var run = new Command("run", "Run the gateway in the foreground (the same as without a word).");
        GatewayRunCommand.AddTo(run, context);
        command.Subcommands.Add(run);
        command.Subcommands.Add(GatewayStatusCommand.Build(context));
        command.Subcommands.Add(BuildHealth(context));
        command.Subcommands.Add(GatewayCallCommand.Build(context));
        command.Subcommands.Add(GatewayUsageCostCommand.Build(context));
        command.Subcommands.Add(GatewayProbeCommand.Build(context));
        return command;
    }

    private static Command BuildHealth(CliContext context)
    {
        var command = new Command("health", "Ask the running gateway how it is.");
        var remote = RemoteOptions.AddTo(command, expectFinal: true);
        command.SetAction((parsed, ct) => HealthCommand.RunAsync(context, remote.Read(parsed), "Gateway Health", ct));
        return command;
    }
}
