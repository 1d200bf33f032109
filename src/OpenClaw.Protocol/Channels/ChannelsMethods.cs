using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Channels;

/// <summary>Messaging channels.</summary>
public static class ChannelsMethods
{
    /// <summary>Live state of every channel account.</summary>
    public static MethodDefinition<ChannelsStatusParams, ChannelsStatusResult> Status { get; } = new(
        "channels.status",
        MethodScope.Read,
        static () => ProtocolJson.Default.ChannelsStatusParams,
        static () => ProtocolJson.Default.ChannelsStatusResult)
    {
        Summary = "Live state of every channel account.",
    };

    /// <summary>Stops a channel account and removes its credentials.</summary>
    public static MethodDefinition<ChannelsLogoutParams, ChannelsLogoutResult> Logout { get; } = new(
        "channels.logout",
        MethodScope.Admin,
        static () => ProtocolJson.Default.ChannelsLogoutParams,
        static () => ProtocolJson.Default.ChannelsLogoutResult)
    {
        Summary = "Stops a channel account and removes its credentials.",
    };

    /// <summary>Shows and mends what waits in the journal of messages. Listing needs read, everything else admin.</summary>
    public static MethodDefinition<ChannelsQueueParams, ChannelsQueueResult> Queue { get; } = new(
        "channels.queue",
        MethodScope.Read,
        static () => ProtocolJson.Default.ChannelsQueueParams,
        static () => ProtocolJson.Default.ChannelsQueueResult)
    {
        Advertised = false,
        Summary = "Lists what waits in the journal of messages; tries failed sends anew or removes entries.",
    };

    /// <summary>Every method of the family.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [Status, Logout, Queue];
}
