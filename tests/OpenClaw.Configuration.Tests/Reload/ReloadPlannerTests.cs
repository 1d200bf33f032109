using System.Text.Json.Nodes;
using OpenClaw.Configuration.Reload;

namespace OpenClaw.Configuration.Tests.Reload;

public class ReloadPlannerTests
{
    [Theory]
    [InlineData("gateway.port", ReloadDecision.Restart)]
    [InlineData("gateway.remote.url", ReloadDecision.Apply)]
    [InlineData("gateway.reload.mode", ReloadDecision.Apply)]
    [InlineData("gateway.reloadx", ReloadDecision.Restart)]
    [InlineData("logging.level", ReloadDecision.Apply)]
    [InlineData("agents.list", ReloadDecision.Apply)]
    [InlineData("meta.lastTouchedAt", ReloadDecision.Apply)]
    [InlineData("commands.restart", ReloadDecision.Restart)]
    [InlineData("auth.profiles", ReloadDecision.Restart)]
    [InlineData("broadcast", ReloadDecision.Restart)]
    [InlineData("plugins.enabled", ReloadDecision.Restart)]
    [InlineData("discovery.mdns.mode", ReloadDecision.Restart)]
    [InlineData("canvasHost.port", ReloadDecision.Restart)]
    [InlineData("ui.seamColor", ReloadDecision.Apply)]
    [InlineData("channels.telegram.enabled", ReloadDecision.Restart)]
    [InlineData("never.heard.of", ReloadDecision.Restart)]
    [Trait("Runbook", "A4")]
    public void Hybrid_restarts_only_for_what_needs_it(string path, ReloadDecision decision) =>
        Assert.Equal(decision, ReloadPlanner.Plan([path], "hybrid", []).Decision);

    [Theory]
    [InlineData("hooks.token", ReloadAction.ReloadHooks)]
    [InlineData("agents.defaults.heartbeat.every", ReloadAction.RestartHeartbeat)]
    [InlineData("cron.enabled", ReloadAction.RestartCron)]
    [InlineData("browser.headless", ReloadAction.RestartBrowserControl)]
    public void Hot_paths_have_their_action(string path, ReloadAction action) => Assert.Equal([action], ReloadPlanner.Plan([path], "hybrid", []).Actions);

    [Fact]
    public void The_gmail_watcher_takes_the_hooks_with_it_and_every_action_comes_once() =>
        Assert.Equal(
            [ReloadAction.ReloadHooks, ReloadAction.RestartGmailWatcher],
            ReloadPlanner.Plan(["hooks.gmail.topic", "hooks.token", "hooks.gmail.label"], "hybrid", []).Actions);

    [Fact]
    public void Loaded_channels_have_rules_of_their_own()
    {
        var plan = ReloadPlanner.Plan(["channels.telegram.botToken", "web.enabled", "channels.whatsapp.dmPolicy"], "hybrid", ["telegram", "whatsapp"]);

        Assert.Equal(ReloadDecision.Apply, plan.Decision);
        Assert.Equal(["telegram", "whatsapp"], plan.Channels);
        Assert.Equal(["channels.whatsapp.dmPolicy"], plan.DynamicPaths);
    }

    [Theory]
    [InlineData("off", "gateway.port", ReloadDecision.Off)]
    [InlineData("restart", "logging.level", ReloadDecision.Restart)]
    [InlineData("restart", "meta.lastTouchedAt", ReloadDecision.Apply)]
    [InlineData("hot", "gateway.port", ReloadDecision.Ignore)]
    [InlineData("hot", "logging.level", ReloadDecision.Apply)]
    public void The_mode_decides(string mode, string path, ReloadDecision decision) => Assert.Equal(decision, ReloadPlanner.Plan([path], mode, []).Decision);

    [Fact]
    public void Without_a_change_there_is_nothing_to_do() => Assert.Equal(ReloadDecision.Nothing, ReloadPlanner.Plan([], "restart", []).Decision);

    [Fact]
    public void Equal_lists_are_equal_and_changed_ones_are_one_path()
    {
        var before = Json("{ \"a\": { \"list\": [ { \"id\": 1 } ], \"x\": 1, \"gone\": 1 }, \"same\": [ { \"b\": [] } ] }");
        var after = Json("{ \"a\": { \"list\": [ { \"id\": 2 } ], \"x\": 1, \"new\": null }, \"same\": [ { \"b\": [] } ] }");

        Assert.Equal(["a.list", "a.gone", "a.new"], ConfigDiff.Paths(before, after));
        Assert.Empty(ConfigDiff.Paths(before, Json(before.ToJsonString())));
    }

    private static JsonObject Json(string text) => (JsonObject)JsonNode.Parse(text)!;
}
