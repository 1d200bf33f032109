namespace OpenClaw.Agents.Delivery;

/// <summary>Where a reply goes.</summary>
/// <param name="Channel">For example <c>telegram</c>.</param>
/// <param name="To">Peer, group or room; null: the channel's own default.</param>
/// <param name="AccountId">Account of the channel; null: its default one.</param>
/// <param name="ThreadId">Topic or thread.</param>
public sealed record DeliveryTarget(string Channel, string? To = null, string? AccountId = null, string? ThreadId = null);
