namespace OpenClaw.Channels.Contract;

/// <summary>The link of an account to a phone.</summary>
/// <param name="IsLinked">True with usable credentials that the service has not revoked.</param>
/// <param name="AuthAge">Since the credentials were last written; null when there are none.</param>
/// <param name="E164">Own number, e.g. <c>+4512345678</c>.</param>
/// <param name="Jid">Own address as the service writes it.</param>
/// <param name="Name">Own display name.</param>
/// <param name="Problem">Why it is not linked although files are there; null otherwise.</param>
public sealed record LinkState(bool IsLinked, TimeSpan? AuthAge = null, string? E164 = null, string? Jid = null, string? Name = null, string? Problem = null);
