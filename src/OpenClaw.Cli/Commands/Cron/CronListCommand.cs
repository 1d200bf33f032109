using System.CommandLine;
using System.Globalization;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Cli.Terminal;
using OpenClaw.Client;
using OpenClaw.Protocol.Cron;

namespace OpenClaw.Cli.Commands.Cron;

/// <summary><c>cron list</c>. Columns have fixed widths, since scripts cut them.</summary>
internal static class CronListCommand
{
    private static readonly (string Title, int Width)[] s_columns =
        [("ID", 36), ("Name", 24), ("Schedule", 32), ("Next", 10), ("Last", 10), ("Status", 9), ("Target", 9), ("Agent", 10)];

    public static Command Build(CliContext context)
    {
        var command = new Command("list", "List jobs by their next run.");
        var all = new Option<bool>("--all") { Description = "Also those that are switched off" };
        command.Options.Add(all);
        var remote = RemoteOptions.AddTo(command, password: false);
        command.SetAction((parsed, ct) =>
        {
            var choice = remote.Read(parsed);
            var parameters = new CronListParams { IncludeDisabled = parsed.GetValue(all) };
            return GatewayVerb.RunAsync(context, choice, (client, stop) => RunAsync(context, client, parameters, choice.Json, stop), cancellationToken: ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, GatewayClient client, CronListParams parameters, bool json, CancellationToken ct)
    {
        if (json)
            return await Raw.PrintAsync(context, client, CronMethods.List, parameters, ct).ConfigureAwait(false);
        var jobs = (await client.RequestAsync(CronMethods.List, parameters, cancellationToken: ct).ConfigureAwait(false)).Jobs;
        if (jobs.Count == 0)
        {
            context.Screen.Line("No cron jobs.");
            return ExitCodes.Success;
        }

        context.Screen.Line(context.Screen.Bold(Line([.. s_columns.Select(static column => column.Title)])));
        foreach (var job in jobs)
        {
            context.Screen.Line(Line(
            [
                job.Id, job.Name, Schedule(job.Schedule), Until(job.State.NextRunAtMs, context.Time),
                job.State.LastRunAtMs is { } last ? Ago.Since(last, context.Time) : "-", Status(job), job.SessionTarget, job.AgentId ?? "default",
            ]));
        }

        return ExitCodes.Success;
    }

    private static string Line(string[] cells) =>
        string.Join(' ', cells.Select(static (cell, i) => Cut(cell.ReplaceLineEndings(" "), s_columns[i].Width).PadRight(s_columns[i].Width))).TrimEnd();

    private static string Cut(string text, int width) => text.Length > width ? string.Concat(text.AsSpan(0, width - 1), "…") : text;

    private static string Status(CronJob job) =>
        job.State.RunningAtMs is not null ? "running" : job.Enabled != true ? "disabled" : job.State.LastStatus ?? "idle";

    private static string Until(long? atMs, TimeProvider time)
    {
        if (atMs is not { } at)
            return "-";
        var wait = TimeSpan.FromMilliseconds(at - time.GetUtcNow().ToUnixTimeMilliseconds());
        return wait <= TimeSpan.Zero ? "now" : $"in {Ago.Span(wait)}";
    }

    private static string Schedule(CronSchedule schedule) => schedule.Kind switch
    {
        "at" when schedule.AtMs is { } at => "at " + DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
        "every" when schedule.EveryMs is { } every => "every " + Ago.Span(TimeSpan.FromMilliseconds(every)),
        "cron" => $"cron {schedule.Expr}{(schedule.Tz is { } tz ? $" @ {tz}" : "")}",
        _ => schedule.Kind,
    };
}
