using System.Globalization;
using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Rules;

/// <summary>
/// Plugins of the original do not run here. Its configs stay good configs: what they name is told as a warning, and a channel's
/// switch under <c>plugins.entries</c> keeps its meaning.
/// </summary>
internal static class PluginRules
{
    public static void Check(JsonObject config, RuleReport report)
    {
        if (config["plugins"] is not JsonObject plugins)
            return;
        if (plugins["entries"] is JsonObject entries)
        {
            foreach (var (id, _) in entries.Where(e => !ChannelRules.IsKnown(e.Key)))
                Unknown(["plugins", "entries", id], id, report);
        }
        foreach (var list in new[] { "allow", "deny" })
        {
            for (var i = 0; plugins[list] is JsonArray ids && i < ids.Count; i++)
            {
                if (ids[i]!.GetValue<string>() is var id && !ChannelRules.IsKnown(id))
                    Unknown(["plugins", list, i.ToString(CultureInfo.InvariantCulture)], id, report);
            }
        }
    }

    private static void Unknown(string[] path, string id, RuleReport report) =>
        report.Warn(path, $"names the plugin \"{id}\", which this program does not have; it is ignored");
}
