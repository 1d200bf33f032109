using OpenClaw.Agents.Delivery;

namespace OpenClaw.Gateway.Conversations;

/// <summary>Delivery while no messaging channel is loaded: says so instead of losing a message silently.</summary>
internal sealed class NoDelivery : IDelivery
{
    /// <inheritdoc/>
    public bool CanSend(string channel) => false;

    /// <inheritdoc/>
    public Task<DeliveryReceipt> SendAsync(DeliveryTarget target, ReplyPayload reply, CancellationToken ct) =>
        Task.FromResult(new DeliveryReceipt(false, Error: $"Outbound not configured for channel: {target.Channel}"));
}
