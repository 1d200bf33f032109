using OpenClaw.Agents.Delivery;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;

namespace OpenClaw.Gateway.Channels;

/// <summary>
/// Delivers what runs, jobs and approvals have to say. It is kept until it is out: a channel that is only away for a while gets it later. One
/// that is not linked, or cannot take it, is said at once.
/// </summary>
internal sealed class ChannelDelivery(IAccountDirectory accounts, Recipients recipients, IOutbox outbox, TimeProvider time) : IDelivery
{
    // Long enough for a platform that is there; what takes longer waits in the outbox, and so need not the one who said it.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public bool CanSend(string channel) => recipients.Channel(channel) is not null;

    /// <inheritdoc/>
    public async Task<DeliveryReceipt> SendAsync(DeliveryTarget target, ReplyPayload reply, string? key, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(reply);
        if (recipients.Channel(target.Channel) is not { } channel)
            return Failed($"Outbound not configured for channel: {target.Channel}");
        var (recipient, nobody) = recipients.Find(channel, target.AccountId, target.To, target.ThreadId);
        if (recipient is null)
            return Failed(nobody!);
        if (accounts.Unavailable(recipient.ChannelId, recipient.AccountId) is { Kind: not SendFaultKind.NotConnected } unavailable)
            return Failed(unavailable.Message);
        var message = new OutboundMessage
        {
            Channel = recipient.ChannelId,
            AccountId = recipient.AccountId,
            ChatId = recipient.ChatId,
            ThreadId = recipient.ThreadId,
            Text = reply.Text,
            Media = reply.MediaUrls,
            ReplyToId = reply.ReplyToId,
            AsVoice = reply.AudioAsVoice,
            IsReply = true,
        };
        var sending = outbox.SendAsync(message, key ?? $"delivery:{Guid.NewGuid():N}", SendOptions.Answer, CancellationToken.None);
        try
        {
            var end = await sending.WaitAsync(s_patience, time, ct).ConfigureAwait(false);
            return new DeliveryReceipt(end.Ok, end.MessageId, end.Fault?.Message);
        }
        catch (TimeoutException)
        {
            return new DeliveryReceipt(true);
        }
    }

    private static DeliveryReceipt Failed(string problem) => new(false, Error: problem);
}
