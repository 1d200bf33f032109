using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>Params of <c>cron.run</c>.</summary>
[AnyOf(typeof(CronRunById), typeof(CronRunByJobId))]
public sealed record CronRunParams
{
    /// <summary>Job id.</summary>
    public string? Id { get; init; }

    /// <summary>Job id under its other name; one of the two is given.</summary>
    public string? JobId { get; init; }

    /// <summary><c>force</c> runs it even when it is not due; default <c>due</c>.</summary>
    public string? Mode { get; init; }
}
