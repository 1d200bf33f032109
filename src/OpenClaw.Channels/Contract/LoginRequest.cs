namespace OpenClaw.Channels.Contract;

/// <summary>How to log in.</summary>
/// <param name="Phone">Number for a login by pairing code, digits with or without <c>+</c>; null: by QR.</param>
/// <param name="Force">True: existing credentials are removed first.</param>
public sealed record LoginRequest(string? Phone = null, bool Force = false);
