using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>Params of <c>cron.runs</c>.</summary>
[AnyOf(typeof(CronRunsById), typeof(CronRunsByJobId))]
public sealed record CronRunsParams
{
    /// <summary>Job id.</summary>
    public string? Id { get; init; }

    /// <summary>Job id under its other name; one of the two is given.</summary>
    public string? JobId { get; init; }

    /// <summary>Most entries; default 200.</summary>
    public long? Limit { get; init; }
}
