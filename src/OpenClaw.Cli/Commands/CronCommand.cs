using System.CommandLine;
using OpenClaw.Cli.Commands.Cron;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Client;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Cron;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw cron …</c> (spec 04 §15).</summary>
internal static class CronCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("cron", "Jobs: reminders and tasks at a time, at intervals or by cron expression.");
        command.Subcommands.Add(BuildStatus(context));
        command.Subcommands.Add(CronListCommand.Build(context));
        command.Subcommands.Add(CronWriteCommands.BuildAdd(context));
        command.Subcommands.Add(CronWriteCommands.BuildEdit(context));
        command.Subcommands.Add(BuildRemove(context));
        command.Subcommands.Add(CronWriteCommands.BuildSwitch(context, enable: true));
        command.Subcommands.Add(CronWriteCommands.BuildSwitch(context, enable: false));
        command.Subcommands.Add(BuildRuns(context));
        command.Subcommands.Add(BuildRun(context));
        return command;
    }

    private static Command BuildStatus(CliContext context)
    {
        var command = new Command("status", "Whether jobs run, where they are kept, and when the next one is due (JSON).");
        var remote = RemoteOptions.AddTo(command, password: false);
        command.SetAction((parsed, ct) => GatewayVerb.RunAsync(
            context, remote.Read(parsed), (client, stop) => Raw.PrintAsync(context, client, CronMethods.Status, new NoParams(), stop), cancellationToken: ct));
        return command;
    }

    private static Command BuildRemove(CliContext context)
    {
        var command = new Command("rm", "Remove a job.");
        command.Aliases.Add("remove");
        command.Aliases.Add("delete");
        var id = IdOf(command);
        var remote = RemoteOptions.AddTo(command, password: false);
        command.SetAction((parsed, ct) =>
        {
            var choice = remote.Read(parsed);
            var parameters = new CronRemoveParams { Id = parsed.GetValue(id)! };
            return GatewayVerb.RunAsync(context, choice, (client, stop) => RemoveAsync(context, client, parameters, choice.Json, stop), cancellationToken: ct);
        });
        return command;
    }

    private static async Task<int> RemoveAsync(CliContext context, GatewayClient client, CronRemoveParams parameters, bool json, CancellationToken ct)
    {
        if (json)
            return await Raw.PrintAsync(context, client, CronMethods.Remove, parameters, ct).ConfigureAwait(false);
        var answer = await client.RequestAsync(CronMethods.Remove, parameters, cancellationToken: ct).ConfigureAwait(false);
        if (!answer.Removed)
            return context.Fail($"there is no job {parameters.Id}", $"List them: {context.Suggest("cron list --all")}");
        context.Screen.Line($"Removed {parameters.Id}");
        return ExitCodes.Success;
    }

    private static Command BuildRuns(CliContext context)
    {
        var command = new Command("runs", "The last runs of a job, oldest first (JSON).");
        var id = new Option<string>("--id") { Description = "Job id", HelpName = "id", Required = true };
        var limit = new Option<int>("--limit") { Description = "How many at most", HelpName = "n", DefaultValueFactory = static _ => 50 };
        command.Options.Add(id);
        command.Options.Add(limit);
        var remote = RemoteOptions.AddTo(command, password: false);
        command.SetAction((parsed, ct) =>
        {
            var parameters = new CronRunsParams { Id = parsed.GetValue(id)!, Limit = parsed.GetValue(limit) };
            return GatewayVerb.RunAsync(context, remote.Read(parsed), (client, stop) => Raw.PrintAsync(context, client, CronMethods.Runs, parameters, stop), cancellationToken: ct);
        });
        return command;
    }

    private static Command BuildRun(CliContext context)
    {
        var command = new Command("run", "Run a job and wait for its end (JSON).");
        var id = IdOf(command);
        var force = new Option<bool>("--force") { Description = "Also when it is not due" };
        command.Options.Add(force);
        var remote = RemoteOptions.AddTo(command, timeoutMs: 600_000, password: false);
        command.SetAction((parsed, ct) =>
        {
            var parameters = new CronRunParams { Id = parsed.GetValue(id)!, Mode = parsed.GetValue(force) ? "force" : "due" };
            return GatewayVerb.RunAsync(context, remote.Read(parsed), (client, stop) => Raw.PrintAsync(context, client, CronMethods.Run, parameters, stop), cancellationToken: ct);
        });
        return command;
    }

    internal static Argument<string> IdOf(Command command)
    {
        var id = new Argument<string>("id") { Description = "Job id, from cron list" };
        command.Arguments.Add(id);
        return id;
    }
}
