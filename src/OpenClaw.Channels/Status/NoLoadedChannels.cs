using System.Text.Json;
using OpenClaw.Protocol.Channels;

namespace OpenClaw.Channels.Status;

/// <summary>
/// The truth while no channel is built in: nothing is loaded, whatever the config says. What the config asks for in vain is told by
/// <see cref="UnservedAccounts"/>.
/// </summary>
/// <param name="time">Stamps the answers.</param>
public sealed class NoLoadedChannels(TimeProvider time) : IChannelStatusSource
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Loaded => [];

    /// <inheritdoc/>
    public ValueTask<ChannelsStatusResult> GetStatusAsync(bool probe, TimeSpan timeout, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new ChannelsStatusResult
        {
            Ts = time.GetUtcNow().ToUnixTimeMilliseconds(),
            ChannelOrder = [],
            ChannelLabels = new Dictionary<string, string>(),
            ChannelDetailLabels = new Dictionary<string, string>(),
            ChannelSystemImages = new Dictionary<string, string>(),
            ChannelMeta = [],
            Channels = new Dictionary<string, JsonElement>(),
            ChannelAccounts = new Dictionary<string, IReadOnlyList<JsonElement>>(),
            ChannelDefaultAccountId = new Dictionary<string, string>(),
        });

    /// <inheritdoc/>
    public ValueTask<ChannelHealth> GetHealthAsync(bool probe, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ChannelHealth.None);
}
