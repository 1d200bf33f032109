using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity.Routing;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Tests.Identity;

public sealed class AgentRoutingTests
{
    private const string Config = """
        {"agents":{"list":[{"id":"home","default":true},{"id":"work"},{"id":"Club"},{"id":"team"},{"id":"acc"},{"id":"any"},{"id":"plain"}]},
         "bindings":[
           {"agentId":"any","match":{"channel":"telegram","accountId":"*"}},
           {"agentId":"acc","match":{"channel":"Telegram","accountId":"biz"}},
           {"agentId":"plain","match":{"channel":"whatsapp"}},
           {"agentId":"club","match":{"channel":"discord","guildId":"g1"}},
           {"agentId":"team","match":{"channel":"slack","teamId":"t1","accountId":"*"}},
           {"agentId":"work","match":{"channel":"telegram","accountId":"*","peer":{"kind":"group","id":"-100"}}},
           {"agentId":"gone","match":{"channel":"signal"}}]}
        """;

    [Theory]
    [InlineData("telegram", null, null, null, null, null, "any", "binding.channel")]
    [InlineData("TELEGRAM", "biz", null, null, null, null, "acc", "binding.account")]
    [InlineData("telegram", "biz", "group", "-100", null, null, "work", "binding.peer")]
    [InlineData("telegram", "biz", "dm", "-100", null, null, "acc", "binding.account")]
    [InlineData("whatsapp", null, "dm", "1", null, null, "plain", "binding.account")]
    [InlineData("whatsapp", "default", "dm", "1", null, null, "plain", "binding.account")]
    [InlineData("whatsapp", "second", "dm", "1", null, null, "home", "default")]
    [InlineData("discord", null, "channel", "c", "g1", null, "club", "binding.guild")]
    [InlineData("discord", null, "channel", "c", "g2", null, "home", "default")]
    [InlineData("slack", "x", "channel", "c", null, "t1", "team", "binding.team")]
    [InlineData("signal", null, null, null, null, null, "home", "binding.account")]
    [InlineData("webchat", null, null, null, null, null, "home", "default")]
    public void The_most_specific_binding_decides(
        string channel, string? account, string? kind, string? peer, string? guild, string? team, string agent, string matchedBy) =>
        Assert.Equal(
            new RouteMatch(agent, matchedBy),
            AgentRouting.Find(OpenClawConfig.From((JsonObject)JsonNode.Parse(Config)!), new RouteQuery(channel, account, kind, peer, guild, team)));

    [Fact]
    public void Without_a_list_of_agents_any_bound_one_is_known()
    {
        var config = OpenClawConfig.From((JsonObject)JsonNode.Parse("""{"bindings":[{"agentId":"Ops Team","match":{"channel":"telegram"}}]}""")!);

        Assert.Equal("ops-team", AgentRouting.Find(config, new RouteQuery("telegram")).AgentId);
        Assert.Equal("main", AgentRouting.Find(config, new RouteQuery("slack")).AgentId);
    }
}
