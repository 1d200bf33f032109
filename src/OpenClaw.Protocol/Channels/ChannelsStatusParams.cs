using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Channels;

/// <summary>Params of <c>channels.status</c>.</summary>
public sealed record ChannelsStatusParams
{
    /// <summary>Ask the messaging services now.</summary>
    public bool? Probe { get; init; }

    /// <summary>Per probe; absent means 10000, never below 1000.</summary>
    [Bounds(Min = 0)]
    public long? TimeoutMs { get; init; }
}
