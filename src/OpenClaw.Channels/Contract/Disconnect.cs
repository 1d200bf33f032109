namespace OpenClaw.Channels.Contract;

/// <summary>A lost connection (spec 10 §1.5).</summary>
/// <param name="At">Epoch milliseconds.</param>
/// <param name="Status">Close code of the service; null when there was none.</param>
/// <param name="Error">Why.</param>
/// <param name="LoggedOut">True when the service revoked the link.</param>
public sealed record Disconnect(long At, int? Status, string Error, bool LoggedOut);
