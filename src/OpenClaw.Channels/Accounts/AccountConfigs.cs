using System.Text.Json.Nodes;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Model.Channels;

namespace OpenClaw.Channels.Accounts;

/// <summary>Settings of channel accounts out of a config.</summary>
public static class AccountConfigs
{
    /// <summary>What every channel reads.</summary>
    public static ChannelAccountConfig Of(OpenClawConfig config, string channel, string accountId)
    {
        ArgumentNullException.ThrowIfNull(config);
        return ChannelAccountConfig.Read(Section(config, channel, accountId), config.Channels?["defaults"] as JsonObject);
    }

    /// <summary>The merged section itself.</summary>
    public static JsonObject Section(OpenClawConfig config, string channel, string accountId) =>
        ChannelSection.Of(config, channel, accountId, AccountIds.Normalize);
}
