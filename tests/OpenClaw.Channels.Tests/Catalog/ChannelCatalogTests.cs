using OpenClaw.Channels.Catalog;

namespace OpenClaw.Channels.Tests.Catalog;

public class ChannelCatalogTests
{
    [Theory]
    [InlineData("telegram", "telegram")]
    [InlineData("  WhatsApp ", "whatsapp")]
    [InlineData("google-chat", "googlechat")]
    [InlineData("GChat", "googlechat")]
    [InlineData("imsg", "imessage")]
    public void A_channel_is_found_by_id_or_alias_in_any_case(string text, string id) =>
        Assert.Equal(id, ChannelCatalog.Find(text)?.Id);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("webchat")]
    [InlineData("last")]
    [InlineData("carrier-pigeon")]
    public void Anything_else_is_no_channel(string? text) => Assert.Null(ChannelCatalog.Find(text));

    [Fact]
    public void Channels_are_shown_in_this_order() => Assert.Equal(
        ["telegram", "whatsapp", "discord", "googlechat", "slack", "signal", "imessage"], ChannelCatalog.Core.Select(c => c.Id));

    [Fact]
    public void Ids_and_aliases_name_one_channel_each()
    {
        var names = ChannelCatalog.Core.SelectMany(c => c.Aliases.Prepend(c.Id)).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}
