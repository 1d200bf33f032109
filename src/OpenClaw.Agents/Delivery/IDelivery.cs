namespace OpenClaw.Agents.Delivery;

/// <summary>Sends to messaging channels on behalf of runs, jobs and tools. The channel side of the gateway implements it.</summary>
public interface IDelivery
{
    /// <summary>True when the channel is configured and can send.</summary>
    bool CanSend(string channel);

    /// <summary>Sends one reply; failures are receipts, not exceptions.</summary>
    Task<DeliveryReceipt> SendAsync(DeliveryTarget target, ReplyPayload reply, CancellationToken ct);
}
