using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Channels;

/// <summary>Params of <c>channels.logout</c>.</summary>
public sealed record ChannelsLogoutParams
{
    /// <summary>Channel.</summary>
    [Size(Min = 1)]
    public required string Channel { get; init; }

    /// <summary>Account; absent means the default one.</summary>
    public string? AccountId { get; init; }
}
