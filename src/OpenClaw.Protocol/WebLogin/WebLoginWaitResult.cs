namespace OpenClaw.Protocol.WebLogin;

/// <summary>Result of <c>web.login.wait</c>.</summary>
public sealed record WebLoginWaitResult
{
    /// <summary>The account is linked.</summary>
    public required bool Connected { get; init; }

    /// <summary>What happened.</summary>
    public required string Message { get; init; }

    /// <summary>True: the time was up and the login goes on. Not in 2026.1.30.</summary>
    public bool? Pending { get; init; }
}
