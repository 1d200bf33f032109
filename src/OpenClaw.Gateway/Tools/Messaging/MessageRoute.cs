using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Tools;
using OpenClaw.Channels.Catalog;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Gateway.Tools.Messaging;

/// <summary>Where a message of the tool goes, and whether it may (spec 09 §5): the current conversation is the default, others are a matter of configuration.</summary>
internal sealed class MessageRoute(IDelivery delivery, Func<MessageToolConfig> config)
{
    /// <summary>Channels that can send now.</summary>
    public IReadOnlyList<string> Channels => [.. ChannelCatalog.Core.Select(static channel => channel.Id).Where(delivery.CanSend)];

    /// <summary>The channel that is meant, or why there is none.</summary>
    public (string? Channel, string? Problem) Channel(ToolScene scene, string? named)
    {
        if (named is not null)
        {
            if (ChannelCatalog.Find(named)?.Id is not { } id)
                return (null, $"unknown channel \"{named}\"; there are: {string.Join(", ", Channels)}");
            return delivery.CanSend(id) ? (id, null) : (null, $"channel {id} is not configured; there are: {string.Join(", ", Channels)}");
        }

        if (Here(scene) is { } here && delivery.CanSend(here))
            return (here, null);
        return Channels is [var only] ? (only, null) : (null, $"channel required: one of {string.Join(", ", Channels)}");
    }

    /// <summary>The target, or why there is none.</summary>
    public static (DeliveryTarget? Target, string? Problem) Target(ToolScene scene, string channel, string? to, string? accountId, string? threadId)
    {
        var isHere = Here(scene) == channel;
        var place = to ?? (isHere ? scene.To : null);
        if (place is null)
            return (null, "target required: a person or group on " + channel);
        var same = isHere && place == scene.To;
        return (new DeliveryTarget(channel, place, accountId ?? (isHere ? scene.AccountId : null), threadId ?? (same ? scene.ThreadId : null)), null);
    }

    /// <summary>Why the message may not leave the conversation; null: it may.</summary>
    public string? Forbidden(ToolScene scene, DeliveryTarget target)
    {
        if (Here(scene) is not { } here)
            return null;
        if (here != target.Channel)
            return config().AllowAcrossProviders
                ? null
                : $"this conversation is on {here}; sending to {target.Channel} from it is off (tools.message.crossContext.allowAcrossProviders)";
        return target.To == scene.To || config().AllowWithinProvider
            ? null
            : $"sending to other chats of {here} from this one is off (tools.message.crossContext.allowWithinProvider)";
    }

    /// <summary>The text with the mark of the conversation it comes from, when it goes to another channel.</summary>
    public string Marked(ToolScene scene, DeliveryTarget target, string text)
    {
        var rules = config();
        if (!rules.Marker || Here(scene) is not { } here || here == target.Channel)
            return text;
        return Named(rules.MarkerPrefix, here) + text + Named(rules.MarkerSuffix, here);
    }

    /// <summary>The messaging channel of the conversation; null for clients of the gateway and runs without one.</summary>
    private static string? Here(ToolScene scene) => scene.Channel is null or ChannelCatalog.WebChat ? null : ChannelCatalog.Find(scene.Channel)?.Id;

    private static string Named(string text, string channel) => text.Replace("{channel}", channel, StringComparison.Ordinal);
}
