using System.Text.Json.Nodes;
using OpenClaw.Protocol.Cron;

namespace OpenClaw.Agents.Cron;

/// <summary>A job in memory, with what only the file knows.</summary>
/// <param name="Job">The job as clients see it.</param>
/// <param name="Retries">How often a one-time job has been tried again.</param>
/// <param name="Unknown">Members inside its parts that this release does not know, by part; written back unchanged.</param>
internal sealed record StoredJob(CronJob Job, int Retries = 0, JsonObject? Unknown = null)
{
    public bool IsEnabled => Job.Enabled == true;

    public StoredJob WithState(Func<CronJobState, CronJobState> change) => this with { Job = Job with { State = change(Job.State) } };
}
