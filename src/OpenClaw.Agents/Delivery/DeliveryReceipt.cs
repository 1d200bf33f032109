namespace OpenClaw.Agents.Delivery;

/// <summary>What became of a reply.</summary>
/// <param name="Ok">True when the channel took it.</param>
/// <param name="MessageId">The channel's id of the message.</param>
/// <param name="Error">Why it was not sent, with what to do.</param>
public sealed record DeliveryReceipt(bool Ok, string? MessageId = null, string? Error = null);
