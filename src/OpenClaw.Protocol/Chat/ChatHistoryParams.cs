using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Chat;

/// <summary>Params of <c>chat.history</c>.</summary>
public sealed record ChatHistoryParams
{
    /// <summary>Session.</summary>
    [Size(Min = 1)]
    public required string SessionKey { get; init; }

    /// <summary>Most messages; absent means 200.</summary>
    [Bounds(Min = 1, Max = 1000)]
    public long? Limit { get; init; }
}
