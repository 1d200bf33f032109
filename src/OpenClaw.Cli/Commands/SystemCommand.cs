using System.CommandLine;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Client;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Heartbeats;
using OpenClaw.Protocol.Presence;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw system …</c> (spec 04 §15).</summary>
internal static class SystemCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("system", "Tell the agent something, switch heartbeats, see who is there.");
        command.Subcommands.Add(BuildEvent(context));
        var heartbeat = new Command("heartbeat", "The agent's periodic look.");
        heartbeat.Subcommands.Add(BuildLast(context));
        heartbeat.Subcommands.Add(BuildSwitch(context, enable: true));
        heartbeat.Subcommands.Add(BuildSwitch(context, enable: false));
        command.Subcommands.Add(heartbeat);
        command.Subcommands.Add(BuildPresence(context));
        return command;
    }

    private static Command BuildEvent(CliContext context)
    {
        var command = new Command("event", "Give the main session a line to look at.");
        var text = new Option<string>("--text") { Description = "The line", HelpName = "text", Required = true };
        var mode = new Option<string>("--mode") { Description = "When the agent looks", HelpName = "now|next-heartbeat", DefaultValueFactory = static _ => "next-heartbeat" };
        mode.AcceptOnlyFromAmong("now", "next-heartbeat");
        command.Options.Add(text);
        command.Options.Add(mode);
        var remote = RemoteOptions.AddTo(command, password: false, expectFinal: true);
        command.SetAction((parsed, ct) =>
        {
            var choice = remote.Read(parsed);
            var parameters = new WakeParams { Mode = parsed.GetValue(mode)!, Text = parsed.GetValue(text)! };
            return GatewayVerb.RunAsync(context, choice, (client, stop) => EventAsync(context, client, parameters, choice.Json, stop), cancellationToken: ct);
        });
        return command;
    }

    private static async Task<int> EventAsync(CliContext context, GatewayClient client, WakeParams parameters, bool json, CancellationToken ct)
    {
        if (json)
            return await Raw.PrintAsync(context, client, HeartbeatsMethods.Wake, parameters, ct).ConfigureAwait(false);
        var answer = await client.RequestAsync(HeartbeatsMethods.Wake, parameters, cancellationToken: ct).ConfigureAwait(false);
        if (!answer.Ok)
            return context.Fail("--text is blank");
        context.Screen.Line("ok");
        return ExitCodes.Success;
    }

    private static Command BuildLast(CliContext context)
    {
        var command = new Command("last", "The last heartbeat, or null (JSON).");
        var remote = RemoteOptions.AddTo(command, password: false);
        command.SetAction((parsed, ct) => GatewayVerb.RunAsync(
            context, remote.Read(parsed), (client, stop) => Raw.PrintAsync(context, client, HeartbeatsMethods.Last, new AnyParams(), stop), cancellationToken: ct));
        return command;
    }

    private static Command BuildSwitch(CliContext context, bool enable)
    {
        var command = new Command(enable ? "enable" : "disable", enable ? "Let agents look up again (JSON)." : "Stop heartbeats until the gateway restarts (JSON).");
        var remote = RemoteOptions.AddTo(command, password: false);
        command.SetAction((parsed, ct) => GatewayVerb.RunAsync(
            context,
            remote.Read(parsed),
            (client, stop) => Raw.PrintAsync(context, client, HeartbeatsMethods.Set, new SetHeartbeatsParams { Enabled = enable }, stop),
            cancellationToken: ct));
        return command;
    }

    private static Command BuildPresence(CliContext context)
    {
        var command = new Command("presence", "Who is connected or was lately (JSON).");
        var remote = RemoteOptions.AddTo(command, password: false);
        command.SetAction((parsed, ct) => GatewayVerb.RunAsync(
            context, remote.Read(parsed), (client, stop) => Raw.PrintAsync(context, client, PresenceMethods.SystemPresence, new AnyParams(), stop), cancellationToken: ct));
        return command;
    }
}
