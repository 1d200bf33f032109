using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.WebLogin;

/// <summary>Params of <c>web.login.wait</c>.</summary>
public sealed record WebLoginWaitParams
{
    /// <summary>Milliseconds; default 120000, at least 1000 counts.</summary>
    [Bounds(Min = 0)]
    public long? TimeoutMs { get; init; }

    /// <summary>Account.</summary>
    public string? AccountId { get; init; }
}
