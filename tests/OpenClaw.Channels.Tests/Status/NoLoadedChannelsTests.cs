using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Channels.Status;
using OpenClaw.Protocol;

namespace OpenClaw.Channels.Tests.Status;

public class NoLoadedChannelsTests
{
    private readonly NoLoadedChannels _channels = new(new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1795488813082)));

    [Fact]
    public async Task Channels_status_is_what_the_reference_says_without_channels()
    {
        var status = await _channels.GetStatusAsync(probe: true, TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        Assert.Equal(
            """{"ts":1795488813082,"channelOrder":[],"channelLabels":{},"channelDetailLabels":{},"channelSystemImages":{},"channelMeta":[],"channels":{},"channelAccounts":{},"channelDefaultAccountId":{}}""",
            JsonSerializer.Serialize(status, ProtocolJson.Default.ChannelsStatusResult));
    }

    [Fact]
    public async Task Health_has_no_channels_and_no_link()
    {
        var health = await _channels.GetHealthAsync(probe: false, TestContext.Current.CancellationToken);

        Assert.Empty(health.Summaries);
        Assert.Empty(health.Order);
        Assert.Empty(health.Lines);
        Assert.Null(health.Link);
        Assert.Empty(_channels.Loaded);
    }
}
