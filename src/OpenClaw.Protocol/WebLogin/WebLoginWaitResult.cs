namespace OpenClaw.Protocol.WebLogin;

/// <summary>Result of <c>web.login.wait</c>.</summary>
public sealed record WebLoginWaitResult
{
    /// <summary>The account is linked.</summary>
    public required bool Connected { get; init; }

    /// <summary>What happened.</summary>
    public required string Message { get; init; }
}
