using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Params of <c>sessions.delete</c>.</summary>
public sealed record SessionsDeleteParams
{
    /// <summary>Session key in any form.</summary>
    [Size(Min = 1)]
    public required string Key { get; init; }

    /// <summary>Also put the transcript aside; default true.</summary>
    public bool? DeleteTranscript { get; init; }
}
