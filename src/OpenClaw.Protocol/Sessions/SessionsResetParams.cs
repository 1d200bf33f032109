using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Params of <c>sessions.reset</c>.</summary>
public sealed record SessionsResetParams
{
    /// <summary>Session key in any form.</summary>
    [Size(Min = 1)]
    public required string Key { get; init; }
}
