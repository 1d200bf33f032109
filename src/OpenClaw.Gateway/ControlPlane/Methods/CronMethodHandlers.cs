using OpenClaw.Agents.Cron;
using OpenClaw.Protocol.Cron;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>cron.*</c> (spec 02 §11).</summary>
internal sealed class CronMethodHandlers(CronService jobs)
{
    private const int DefaultRuns = 200;

    public void Register(MethodTable table)
    {
        table.Add(CronMethods.List, (_, parameters, _) =>
            ValueTask.FromResult<Reply<CronListResult>>(new CronListResult { Jobs = jobs.List(parameters.IncludeDisabled == true) }));
        table.Add(CronMethods.Status, (_, _, _) => ValueTask.FromResult<Reply<CronStatusResult>>(jobs.Status()));
        table.Add(CronMethods.Add, (_, parameters, _) => ValueTask.FromResult(Job("cron.add", jobs.Add(parameters))));
        table.Add(CronMethods.Update, (_, parameters, _) =>
            ValueTask.FromResult(Job("cron.update", jobs.Update(Id(parameters.Id, parameters.JobId), parameters.Patch))));
        table.Add(CronMethods.Remove, (_, parameters, _) => ValueTask.FromResult<Reply<CronRemoveResult>>(
            new CronRemoveResult { Ok = true, Removed = jobs.Remove(Id(parameters.Id, parameters.JobId)) }));
        table.Add(CronMethods.Run, RunAsync);
        table.Add(CronMethods.Runs, (_, parameters, _) => ValueTask.FromResult<Reply<CronRunsResult>>(
            new CronRunsResult { Entries = jobs.Runs(Id(parameters.Id, parameters.JobId), (int)(parameters.Limit ?? DefaultRuns)) }));
    }

    private async ValueTask<Reply<CronRunResult>> RunAsync(MethodContext context, CronRunParams parameters, CancellationToken ct)
    {
        var (result, problem) = await jobs.RunAsync(Id(parameters.Id, parameters.JobId), parameters.Mode == "force", ct).ConfigureAwait(false);
        return result is null ? GatewayError.Invalid(problem!) : result;
    }

    private static Reply<CronJob> Job(string method, (CronJob? Job, string? Problem) answer) =>
        answer.Job is { } job ? job : GatewayError.Invalid($"invalid {method} params: {answer.Problem}");

    private static string Id(string? id, string? jobId) => id ?? jobId ?? string.Empty;
}
