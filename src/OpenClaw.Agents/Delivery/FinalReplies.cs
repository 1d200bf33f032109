using System.Security.Cryptography;
using System.Text;

namespace OpenClaw.Agents.Delivery;

/// <summary>
/// Delivers the final answers of runs: what a run has already sent to the same place by its message tool is not said again (spec 08 §17).
/// </summary>
/// <param name="delivery">Reaches messaging channels.</param>
/// <param name="sent">What runs have sent by themselves.</param>
public sealed class FinalReplies(IDelivery delivery, SentMessages sent)
{
    /// <summary>Sends one reply of a run; failures are receipts. A reply that is there already counts as taken, without an id.</summary>
    public Task<DeliveryReceipt> SendAsync(string runId, DeliveryTarget target, ReplyPayload reply, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return reply.MediaUrls.Count == 0 && sent.IsDuplicate(runId, target, reply.Text)
            ? Task.FromResult(new DeliveryReceipt(true))
            : delivery.SendAsync(target, reply, KeyOf(runId, target, reply), ct);
    }

    // Of what is said where: a run may have several answers, and after a restart they come in the same words or not at all.
    private static string KeyOf(string runId, DeliveryTarget target, ReplyPayload reply)
    {
        var said = string.Join('\n', [target.Channel, target.AccountId, target.To, target.ThreadId, reply.Text, .. reply.MediaUrls]);
        return $"final:{runId}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 8))}";
    }
}
