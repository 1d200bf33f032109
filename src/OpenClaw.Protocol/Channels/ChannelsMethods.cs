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

    /// <summary>Every method of the family.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [Status, Logout];
}
