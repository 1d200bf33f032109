using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Channels;

/// <summary>Params of <c>channels.queue</c>.</summary>
public sealed record ChannelsQueueParams
{
    /// <summary><c>retry</c> and <c>drop</c> need admin.</summary>
    [Values("list", "retry", "drop")]
    public required string Action { get; init; }

    /// <summary>What was received or what goes out; absent: both in a list, the outbox otherwise.</summary>
    [Values("inbox", "outbox")]
    public string? Box { get; init; }

    /// <summary>One entry of the box, to retry or drop.</summary>
    [Bounds(Min = 1)]
    public long? Id { get; init; }

    /// <summary>Only entries of this channel.</summary>
    public string? Channel { get; init; }

    /// <summary>Only entries of this account.</summary>
    public string? AccountId { get; init; }

    /// <summary>In a list: finished entries too. Otherwise: every entry that fits, in place of one <see cref="Id"/>.</summary>
    public bool? All { get; init; }

    /// <summary>Most entries per box; absent means 200.</summary>
    [Bounds(Min = 1, Max = 1000)]
    public long? Limit { get; init; }
}
