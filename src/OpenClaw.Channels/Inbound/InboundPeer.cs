namespace OpenClaw.Channels.Inbound;

/// <summary>Where a message came from, as far as routing looks at it (spec 10 §2).</summary>
/// <param name="Channel">Channel id.</param>
/// <param name="AccountId">Account of ours.</param>
/// <param name="ChatType"><c>direct</c>, <c>group</c> or <c>channel</c>.</param>
/// <param name="PeerId"><see cref="InboundEvent.PeerId"/>.</param>
/// <param name="DirectThreadId">Thread inside a direct chat; it gets a session of its own.</param>
public sealed record InboundPeer(string Channel, string AccountId, string ChatType, string PeerId, string? DirectThreadId = null);
