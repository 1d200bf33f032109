using OpenClaw.Channels.Inbound;
using OpenClaw.Configuration.Model.Channels;

namespace OpenClaw.Channels.Access;

/// <summary>The number of the account itself, on channels whose accounts are phones.</summary>
internal static class OwnNumber
{
    /// <summary>As <c>+digits</c>; null: the event does not tell.</summary>
    public static string? Of(InboundEvent inbound)
    {
        if (!SenderIds.ArePhones(inbound.Channel))
            return null;
        return SenderIds.Normalize(inbound.Channel, inbound.Mentions.OwnDigits ?? (inbound.FromMe ? inbound.Sender.E164 ?? inbound.Sender.Id : null));
    }

    /// <summary>True when the owner of the phone writes to themselves.</summary>
    public static bool IsSelfChat(InboundEvent inbound) =>
        inbound.ChatType == "direct" && Of(inbound) is { } own && own == SenderIds.Normalize(inbound.Channel, inbound.PeerId);

    /// <summary>True when the account answers on its owner's own phone: it says so, or its number is in its own list (spec 10 §7.5).</summary>
    public static bool IsSharedPhone(InboundEvent inbound, ChannelAccountConfig account)
    {
        if (!SenderIds.ArePhones(inbound.Channel))
            return false;
        if (account.Raw["selfChatMode"] is System.Text.Json.Nodes.JsonValue said && said.TryGetValue<bool>(out var shared))
            return shared;
        return Of(inbound) is { } own && account.AllowFrom.Any(entry => SenderIds.Normalize(inbound.Channel, entry) == own);
    }
}
