using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Params of <c>sessions.compact</c>.</summary>
public sealed record SessionsCompactParams
{
    /// <summary>Session key in any form.</summary>
    [Size(Min = 1)]
    public required string Key { get; init; }

    /// <summary>Transcript lines to keep; default 400.</summary>
    [Bounds(Min = 1)]
    public long? MaxLines { get; init; }
}
