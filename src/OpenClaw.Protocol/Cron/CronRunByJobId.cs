using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>Branch of <see cref="CronRunParams"/>.</summary>
public sealed record CronRunByJobId
{
    /// <summary>Job id.</summary>
    [Size(Min = 1)]
    public required string JobId { get; init; }

    /// <summary><c>force</c> runs it even when it is not due; default <c>due</c>.</summary>
    [Values("due", "force")]
    public string? Mode { get; init; }
}
