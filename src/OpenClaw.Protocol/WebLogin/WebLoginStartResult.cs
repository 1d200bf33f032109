namespace OpenClaw.Protocol.WebLogin;

/// <summary>Result of <c>web.login.start</c>.</summary>
public sealed record WebLoginStartResult
{
    /// <summary>What to do next, or why it failed.</summary>
    public required string Message { get; init; }

    /// <summary>The code to scan, as a PNG data URL.</summary>
    public string? QrDataUrl { get; init; }

    /// <summary>The text of the code to scan, for those who draw it themselves. Not in 2026.1.30.</summary>
    public string? Qr { get; init; }

    /// <summary>The code to type on the phone, when a number was given. Not in 2026.1.30.</summary>
    public string? PairingCode { get; init; }
}
