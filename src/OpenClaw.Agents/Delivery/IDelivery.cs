namespace OpenClaw.Agents.Delivery;

/// <summary>Sends to messaging channels on behalf of runs, jobs and tools. The channel side of the gateway implements it.</summary>
public interface IDelivery
{
    /// <summary>True when the channel is configured and can send.</summary>
    bool CanSend(string channel);

    /// <summary>Sends one reply; failures are receipts, not exceptions.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="reply">What.</param>
    /// <param name="key">Name of this reply: under the same one nothing is sent twice, also after a restart. Null: it has none.</param>
    /// <param name="ct">Stops waiting; what was accepted is sent even so.</param>
    Task<DeliveryReceipt> SendAsync(DeliveryTarget target, ReplyPayload reply, string? key, CancellationToken ct);
}
