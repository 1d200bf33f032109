using OpenClaw.Channels.Catalog;

namespace OpenClaw.Channels.Tests.Catalog;

public class ChannelChoiceTests
{
    [Theory]
    [InlineData(null, ChannelChoiceKind.None, null)]
    [InlineData("  ", ChannelChoiceKind.None, null)]
    [InlineData("Last", ChannelChoiceKind.Last, "last")]
    [InlineData("WEBCHAT", ChannelChoiceKind.WebChat, "webchat")]
    [InlineData(" gchat", ChannelChoiceKind.Channel, "googlechat")]
    [InlineData("pager", ChannelChoiceKind.Unknown, null)]
    public void A_name_means_one_thing(string? text, ChannelChoiceKind kind, string? id)
    {
        var choice = ChannelChoice.Parse(text);

        Assert.Equal((kind, id), (choice.Kind, choice.Id));
    }

    [Fact]
    public void Agent_accepts_known_channels_whether_loaded_or_not() =>
        Assert.Null(ChannelChoice.AgentFault("whatsapp", "last", null, "webchat", "imsg"));

    [Fact]
    public void Agent_refuses_the_first_name_that_means_nothing()
    {
        var fault = ChannelChoice.AgentFault("telegram", " pager ", "telex");

        Assert.Equal(("INVALID_REQUEST", "invalid agent params: unknown channel: pager"), (fault?.Code, fault?.Message));
    }
}
