namespace OpenClaw.Channels.Contract;

/// <summary>How a login ended.</summary>
/// <param name="Ok">True when the account is linked.</param>
/// <param name="Message">For people; names the number or the fix.</param>
public sealed record LoginEnd(bool Ok, string Message);
