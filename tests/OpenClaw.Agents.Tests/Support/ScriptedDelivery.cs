using System.Collections.Concurrent;
using OpenClaw.Agents.Delivery;

namespace OpenClaw.Agents.Tests.Support;

/// <summary>Stands in for messaging channels: takes what is sent to the ones it has.</summary>
internal sealed class ScriptedDelivery(params string[] channels) : IDelivery
{
    private readonly ConcurrentQueue<(DeliveryTarget Target, ReplyPayload Reply)> _sent = new();

    public IReadOnlyList<(DeliveryTarget Target, ReplyPayload Reply)> Sent => [.. _sent];

    public bool CanSend(string channel) => channels.Contains(channel);

    public Task<DeliveryReceipt> SendAsync(DeliveryTarget target, ReplyPayload reply, string? key, CancellationToken ct)
    {
        if (!CanSend(target.Channel))
            return Task.FromResult(new DeliveryReceipt(false, Error: $"{target.Channel} is not there"));
        _sent.Enqueue((target, reply));
        return Task.FromResult(new DeliveryReceipt(true, $"m{_sent.Count}"));
    }
}
