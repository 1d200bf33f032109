namespace OpenClaw.Protocol.WebLogin;

/// <summary>Result of <c>web.login.start</c>.</summary>
public sealed record WebLoginStartResult
{
    /// <summary>What to do next, or why it failed.</summary>
    public required string Message { get; init; }

    /// <summary>The code to scan, as a PNG data URL.</summary>
    public string? QrDataUrl { get; init; }
}
