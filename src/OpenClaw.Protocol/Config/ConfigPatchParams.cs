using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Config;

/// <summary>Params of <c>config.patch</c>.</summary>
public sealed record ConfigPatchParams
{
    /// <summary>Merge patch as JSON5 text: null deletes, objects merge, arrays replace.</summary>
    [Size(Min = 1)]
    public required string Raw { get; init; }

    /// <summary>Hash the edit is based on; mandatory once the file exists.</summary>
    [Size(Min = 1)]
    public string? BaseHash { get; init; }

    /// <summary>Session that is told after the restart.</summary>
    public string? SessionKey { get; init; }

    /// <summary>What to tell it.</summary>
    public string? Note { get; init; }

    /// <summary>Milliseconds before the restart; default 2000, at most 60000.</summary>
    [Bounds(Min = 0)]
    public long? RestartDelayMs { get; init; }
}
