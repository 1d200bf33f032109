using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Updates;

/// <summary>Params of <c>update.run</c>.</summary>
public sealed record UpdateRunParams
{
    /// <summary>Session that is told after the restart.</summary>
    public string? SessionKey { get; init; }

    /// <summary>What to tell it.</summary>
    public string? Note { get; init; }

    /// <summary>Milliseconds before the restart; default 2000, at most 60000.</summary>
    [Bounds(Min = 0)]
    public long? RestartDelayMs { get; init; }

    /// <summary>Milliseconds for each step; at least 1000 counts.</summary>
    [Bounds(Min = 1)]
    public long? TimeoutMs { get; init; }
}
