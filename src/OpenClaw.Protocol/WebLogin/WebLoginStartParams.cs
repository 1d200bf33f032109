using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.WebLogin;

/// <summary>Params of <c>web.login.start</c>.</summary>
public sealed record WebLoginStartParams
{
    /// <summary>Link anew although an account is linked.</summary>
    public bool? Force { get; init; }

    /// <summary>Milliseconds to wait for a code; default 30000, at least 5000 counts.</summary>
    [Bounds(Min = 0)]
    public long? TimeoutMs { get; init; }

    /// <summary>Log more.</summary>
    public bool? Verbose { get; init; }

    /// <summary>Account.</summary>
    public string? AccountId { get; init; }

    /// <summary>Number of the phone, for a code to type instead of a picture to scan. Not in 2026.1.30.</summary>
    public string? Phone { get; init; }
}
