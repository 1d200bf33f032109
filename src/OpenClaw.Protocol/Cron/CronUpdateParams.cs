using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>Params of <c>cron.update</c>.</summary>
[AnyOf(typeof(CronUpdateById), typeof(CronUpdateByJobId))]
public sealed record CronUpdateParams
{
    /// <summary>Job id.</summary>
    public string? Id { get; init; }

    /// <summary>Job id under its other name; one of the two is given.</summary>
    public string? JobId { get; init; }

    /// <summary>What changes.</summary>
    public required CronJobPatch Patch { get; init; }
}
