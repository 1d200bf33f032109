namespace OpenClaw.Channels.Pairing;

/// <summary>Somebody unknown who wrote and waits to be let in (spec 10 §4).</summary>
/// <param name="Id">Sender: phone number on WhatsApp, user id on Telegram.</param>
/// <param name="Code">What the owner approves.</param>
/// <param name="CreatedAt">First message.</param>
/// <param name="LastSeenAt">Last message.</param>
/// <param name="Meta">What is known of them, e.g. <c>name</c>, <c>username</c>.</param>
public sealed record PairingRequest(
    string Id, string Code, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, IReadOnlyDictionary<string, string> Meta);
