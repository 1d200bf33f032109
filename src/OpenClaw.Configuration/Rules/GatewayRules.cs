using System.Text.Json.Nodes;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Configuration.Rules;

/// <summary>The gateway's own section, and the browser's profiles.</summary>
internal static class GatewayRules
{
    public static void Check(JsonObject config, RuleReport report)
    {
        var gateway = new ConfigNode(config["gateway"]);
        if (gateway.Text("bind") == "custom" && gateway.Text("customBindHost") is null)
            report.Warn(["gateway", "bind"], "is \"custom\", so gateway.customBindHost must name the address; without it the gateway does not start");
        if (config["browser"]?["profiles"] is not JsonObject profiles)
            return;
        foreach (var (name, profile) in profiles)
        {
            if (profile is JsonObject map && !map.ContainsKey("cdpPort") && !map.ContainsKey("cdpUrl"))
                report.Error(["browser", "profiles", name], "must set cdpPort or cdpUrl");
        }
    }
}
