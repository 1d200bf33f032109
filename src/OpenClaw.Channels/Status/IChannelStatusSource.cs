using OpenClaw.Protocol.Channels;

namespace OpenClaw.Channels.Status;

/// <summary>Knows which channels are loaded and how they are.</summary>
public interface IChannelStatusSource
{
    /// <summary>Ids of the channels that can receive and send, in display order. A channel that is only configured is not among them.</summary>
    IReadOnlyList<string> Loaded { get; }

    /// <summary>The answer of <c>channels.status</c>.</summary>
    /// <param name="probe">Also ask the services behind the accounts.</param>
    /// <param name="timeout">Limit of each such question.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ChannelsStatusResult> GetStatusAsync(bool probe, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>The channel part of <c>health</c> and <c>status</c>.</summary>
    /// <param name="probe">Also ask the services behind the accounts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ChannelHealth> GetHealthAsync(bool probe, CancellationToken cancellationToken);
}
