using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>Params of <c>cron.remove</c>.</summary>
[AnyOf(typeof(CronRemoveById), typeof(CronRemoveByJobId))]
public sealed record CronRemoveParams
{
    /// <summary>Job id.</summary>
    public string? Id { get; init; }

    /// <summary>Job id under its other name; one of the two is given.</summary>
    public string? JobId { get; init; }
}
