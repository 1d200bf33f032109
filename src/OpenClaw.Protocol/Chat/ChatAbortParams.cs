using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Chat;

/// <summary>Params of <c>chat.abort</c>.</summary>
public sealed record ChatAbortParams
{
    /// <summary>Session.</summary>
    [Size(Min = 1)]
    public required string SessionKey { get; init; }

    /// <summary>One run; absent means all of the session.</summary>
    [Size(Min = 1)]
    public string? RunId { get; init; }
}
