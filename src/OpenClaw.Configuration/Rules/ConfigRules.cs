using System.Text.Json.Nodes;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Configuration.Rules;

/// <summary>What must hold between keys (spec 03 §4). Runs on configs whose shape is right.</summary>
internal static class ConfigRules
{
    public static RuleReport Check(JsonObject config, ConfigPaths paths)
    {
        var report = new RuleReport();
        AgentRules.Check(config, paths, report);
        ChannelRules.Check(config, report);
        PluginRules.Check(config, report);
        GatewayRules.Check(config, report);
        ToolRules.Check(config, report);
        McpRules.Check(config, report);
        new ToolNameRules(config, report).Check();
        return report;
    }
}
