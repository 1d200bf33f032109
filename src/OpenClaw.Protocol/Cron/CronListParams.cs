using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>Params of <c>cron.list</c>.</summary>
public sealed record CronListParams
{
    /// <summary>Include disabled jobs.</summary>
    public bool? IncludeDisabled { get; init; }

    /// <summary>At most this many jobs; sent by protocol 4 clients.</summary>
    [Bounds(Min = 1)]
    public long? Limit { get; init; }

    /// <summary>Jobs to skip; sent by protocol 4 clients.</summary>
    [Bounds(Min = 0)]
    public long? Offset { get; init; }
}
