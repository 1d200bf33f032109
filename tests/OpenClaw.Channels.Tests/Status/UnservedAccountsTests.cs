using System.Text.Json.Nodes;
using OpenClaw.Channels.Status;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Channels.Tests.Status;

public class UnservedAccountsTests
{
    [Fact]
    public void Accounts_that_the_config_asks_for_in_vain_are_named()
    {
        var found = Find(
            """
            {"channels":{
              "whatsapp":{"allowFrom":["+15551234567"]},
              "telegram":{"botToken":"123:SECRET","accounts":{"Work":{"botToken":"4:SECRET"},"off":{"enabled":false},"home":{}}}}}
            """);

        Assert.Equal(["telegram/home", "telegram/work", "whatsapp/default"], found.Select(a => $"{a.Channel.Id}/{a.AccountId}"));
        Assert.All(found, a => Assert.Contains("this build has no", a.LastError, StringComparison.Ordinal));
        Assert.All(found, a => Assert.DoesNotContain("SECRET", a.LastError, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"channels":{}}""")]
    [InlineData("""{"channels":{"telegram":{"enabled":false,"botToken":"x"}}}""")]
    [InlineData("""{"channels":{"telegram":"yes","carrier-pigeon":{}}}""")]
    public void Nothing_is_named_when_nothing_is_asked_for(string json) => Assert.Empty(Find(json));

    [Fact]
    public void A_loaded_channel_is_served()
    {
        var config = Config("""{"channels":{"telegram":{"botToken":"x"},"signal":{}}}""");

        Assert.Equal(["signal"], UnservedAccounts.Find(config, ["telegram"]).Select(a => a.Channel.Id));
    }

    private static IReadOnlyList<UnservedAccount> Find(string json) => UnservedAccounts.Find(Config(json), []);

    private static OpenClawConfig Config(string json) => OpenClawConfig.From(JsonNode.Parse(json)!.AsObject());
}
