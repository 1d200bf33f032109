using OpenClaw.Channels.Catalog;

namespace OpenClaw.Channels.Status;

/// <summary>An account that the config asks for and nothing serves.</summary>
/// <param name="Channel">Its channel.</param>
/// <param name="AccountId">Its id.</param>
public sealed record UnservedAccount(ChannelDescription Channel, string AccountId)
{
    /// <summary>What the owner should know; holds nothing secret.</summary>
    public string LastError =>
        $"{Channel.Label} is configured (channels.{Channel.Id}, account {AccountId}), but this build has no {Channel.Label} channel yet: "
        + "nothing is received or sent there.";
}
