using OpenClaw.Agents.Delivery;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Targets;

namespace OpenClaw.Gateway.Channels;

/// <summary>Whom a message is for, in the channel's own terms.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="AccountId">Account of ours.</param>
/// <param name="ChatId">The chat as the channel addresses it.</param>
/// <param name="ThreadId">Topic.</param>
internal sealed record Recipient(IChannel Channel, string AccountId, string ChatId, string? ThreadId)
{
    /// <summary>The channel's id.</summary>
    public string ChannelId => Channel.Description.Id;

    /// <summary>The chat as answers of a conversation there are addressed.</summary>
    public DeliveryTarget Target => new(ChannelId, ChatId, AccountId, ThreadId);

    /// <summary>The same with the peer as session keys name it: a person on WhatsApp by number.</summary>
    public DeliveryTarget Peer => Target with { To = ChannelId == "whatsapp" ? WhatsAppTargets.JidToE164(ChatId) ?? ChatId : ChatId };
}
