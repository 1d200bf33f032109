using System.Globalization;
using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Rules;

/// <summary>A tool policy either lists what is allowed or adds to its profile, not both.</summary>
internal static class ToolRules
{
    public static void Check(JsonObject config, RuleReport report)
    {
        Policy(config["tools"], ["tools"], report);
        if (config["agents"]?["list"] is not JsonArray agents)
            return;
        for (var i = 0; i < agents.Count; i++)
            Policy(agents[i]?["tools"], ["agents", "list", i.ToString(CultureInfo.InvariantCulture), "tools"], report);
    }

    private static void Policy(JsonNode? node, string[] path, RuleReport report)
    {
        if (node is not JsonObject policy)
            return;
        if (policy["allow"] is JsonArray { Count: > 0 } && policy["alsoAllow"] is JsonArray { Count: > 0 })
        {
            report.Error(path, "sets both allow and alsoAllow; put everything into allow, or keep alsoAllow and choose a profile");
        }
        if (policy["byProvider"] is JsonObject providers)
        {
            foreach (var (id, provider) in providers)
                Policy(provider, [.. path, "byProvider", id], report);
        }
    }
}
