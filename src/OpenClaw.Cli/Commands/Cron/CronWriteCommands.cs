using System.CommandLine;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Client;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Cron;

namespace OpenClaw.Cli.Commands.Cron;

/// <summary><c>cron add</c>, <c>edit</c>, <c>enable</c>, <c>disable</c>: print the job, and warn when jobs do not run at all.</summary>
internal static class CronWriteCommands
{
    public static Command BuildAdd(CliContext context)
    {
        var command = new Command("add", "Add a job.");
        command.Aliases.Add("create");
        var options = new CronOptions();
        options.AddTo(command);
        var disabled = new Option<bool>("--disabled") { Description = "Add it switched off" };
        command.Options.Add(disabled);
        var remote = RemoteOptions.AddTo(command, password: false);
        command.SetAction(async (parsed, ct) =>
        {
            if (parsed.GetValue(options.Name) is not { Length: > 0 } name)
                return context.Fail("cron add needs --name");
            var session = parsed.GetValue(options.Session) ?? (parsed.GetValue(options.Message) is null ? "main" : "isolated");
            var (schedule, badSchedule) = CronWish.Schedule(options, parsed, context.Time.GetUtcNow(), required: true);
            var (payload, badPayload) = CronWish.Payload(options, parsed, session, required: true);
            if ((badSchedule ?? badPayload) is { } problem)
                return context.Fail(problem);
            var parameters = new CronAddParams
            {
                Name = name,
                Description = parsed.GetValue(options.Description),
                Enabled = !parsed.GetValue(disabled),
                DeleteAfterRun = parsed.GetValue(options.DeleteAfterRun),
                AgentId = parsed.GetValue(options.Agent),
                Schedule = schedule!,
                SessionTarget = session,
                WakeMode = parsed.GetValue(options.Wake) ?? "next-heartbeat",
                Payload = payload!,
                Isolation = session == "isolated" ? CronWish.Isolation(options, parsed) : null,
            };
            return await WriteAsync(context, remote.Read(parsed), CronMethods.Add, parameters, ct).ConfigureAwait(false);
        });
        return command;
    }

    public static Command BuildEdit(CliContext context)
    {
        var command = new Command("edit", "Change a job; what is not given stays.");
        var id = CronCommand.IdOf(command);
        var options = new CronOptions();
        options.AddTo(command);
        Option<bool> Flag(string name, string description)
        {
            var flag = new Option<bool>(name) { Description = description };
            command.Options.Add(flag);
            return flag;
        }

        var (enable, disable) = (Flag("--enable", "Switch it on"), Flag("--disable", "Switch it off"));
        var (keep, clear) = (Flag("--keep-after-run", "Keep it after its success"), Flag("--clear-agent", "Give it to the default agent"));
        var (quiet, strict) = (Flag("--no-deliver", "Send nothing"), Flag("--no-best-effort-deliver", "An answer that cannot be sent is a failure"));
        var remote = RemoteOptions.AddTo(command, password: false);
        command.SetAction(async (parsed, ct) =>
        {
            var (schedule, badSchedule) = CronWish.Schedule(options, parsed, context.Time.GetUtcNow(), required: false);
            var (payload, badPayload) = CronWish.Payload(options, parsed, parsed.GetValue(options.Session), required: false);
            if ((badSchedule ?? badPayload) is { } problem)
                return context.Fail(problem);
            if (parsed.GetValue(quiet) || parsed.GetValue(strict))
            {
                payload = (payload ?? new CronPayload { Kind = "agentTurn" }) with
                {
                    Deliver = parsed.GetValue(quiet) ? false : payload?.Deliver,
                    BestEffortDeliver = parsed.GetValue(strict) ? false : payload?.BestEffortDeliver,
                };
            }

            var patch = new CronJobPatch
            {
                Name = parsed.GetValue(options.Name),
                Description = parsed.GetValue(options.Description),
                Enabled = parsed.GetValue(enable) ? true : parsed.GetValue(disable) ? false : null,
                DeleteAfterRun = parsed.GetValue(options.DeleteAfterRun) ? true : parsed.GetValue(keep) ? false : null,
                AgentId = parsed.GetValue(clear) ? PatchedText.Clear : parsed.GetValue(options.Agent) is { } agent ? PatchedText.Set(agent) : default,
                Schedule = schedule,
                SessionTarget = parsed.GetValue(options.Session),
                WakeMode = parsed.GetValue(options.Wake),
                Payload = payload is null ? null : Patch(payload),
                Isolation = CronWish.Isolation(options, parsed),
            };
            return await WriteAsync(context, remote.Read(parsed), CronMethods.Update, new CronUpdateParams { Id = parsed.GetValue(id)!, Patch = patch }, ct).ConfigureAwait(false);
        });
        return command;
    }

    public static Command BuildSwitch(CliContext context, bool enable)
    {
        var command = new Command(enable ? "enable" : "disable", enable ? "Switch a job on." : "Switch a job off.");
        var id = CronCommand.IdOf(command);
        var remote = RemoteOptions.AddTo(command, password: false);
        command.SetAction((parsed, ct) => WriteAsync(
            context,
            remote.Read(parsed),
            CronMethods.Update,
            new CronUpdateParams { Id = parsed.GetValue(id)!, Patch = new CronJobPatch { Enabled = enable } },
            ct));
        return command;
    }

    private static Task<int> WriteAsync<TParams>(
        CliContext context, RemoteChoice choice, MethodDefinition<TParams, CronJob> method, TParams parameters, CancellationToken cancellationToken) =>
        GatewayVerb.RunAsync(
            context,
            choice,
            async (client, ct) =>
            {
                var exit = await Raw.PrintAsync(context, client, method, parameters, ct).ConfigureAwait(false);
                await WarnAsync(context, client, ct).ConfigureAwait(false);
                return exit;
            },
            cancellationToken: cancellationToken);

    private static async Task WarnAsync(CliContext context, GatewayClient client, CancellationToken ct)
    {
        var status = await client.RequestAsync(CronMethods.Status, new NoParams(), cancellationToken: ct).ConfigureAwait(false);
        if (!status.Enabled)
            context.Screen.Warn("jobs are switched off in the gateway, so nothing fires (cron.enabled, OPENCLAW_SKIP_CRON)");
    }

    private static CronPayloadPatch Patch(CronPayload payload) => new()
    {
        Kind = payload.Kind,
        Text = payload.Text,
        Message = payload.Message,
        Model = payload.Model,
        Thinking = payload.Thinking,
        TimeoutSeconds = payload.TimeoutSeconds,
        Deliver = payload.Deliver,
        Channel = payload.Channel,
        To = payload.To,
        BestEffortDeliver = payload.BestEffortDeliver,
    };
}
