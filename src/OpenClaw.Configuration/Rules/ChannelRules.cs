using System.Text.Json.Nodes;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Schema;
using OpenClaw.Configuration.Schema.Groups;

namespace OpenClaw.Configuration.Rules;

/// <summary>Channels exist, and an open door says so twice.</summary>
internal static class ChannelRules
{
    // Channels that the original has as plugins: a config that names them is a good config of the original.
    private static readonly string[] s_elsewhere =
        ["bluebubbles", "line", "matrix", "mattermost", "msteams", "nextcloud-talk", "nostr", "tlon", "twitch", "zalo", "zalouser"];

    public static bool IsKnown(string id) => ChannelsSchema.CoreIds.Contains(id) || s_elsewhere.Contains(id);

    public static void Check(JsonObject config, RuleReport report)
    {
        if (config["channels"] is not JsonObject channels)
            return;
        foreach (var (id, value) in channels)
        {
            if (id == "defaults")
                continue;
            if (s_elsewhere.Contains(id))
                report.Warn(["channels", id], "is a channel that this program does not have; it is ignored");
            else if (!IsKnown(id))
            {
                var nearest = NearestName.Of(id, ChannelsSchema.CoreIds);
                var known = "known here: " + string.Join(", ", ChannelsSchema.CoreIds);
                report.Error(["channels", id], "unknown channel; " + (nearest is null ? known : $"did you mean \"{nearest}\"?"));
            }
            if (id is "telegram" or "whatsapp" && value is JsonObject channel)
                Doors(channel, ["channels", id], report);
        }
    }

    private static void Doors(JsonObject channel, string[] path, RuleReport report)
    {
        Door(channel, path, report);
        if (channel["accounts"] is not JsonObject accounts)
            return;
        foreach (var (name, account) in accounts)
            Door(account as JsonObject, [.. path, "accounts", name], report);
    }

    private static void Door(JsonObject? channel, string[] path, RuleReport report)
    {
        var node = new ConfigNode(channel);
        if (node.Text("dmPolicy") != "open" || node.Texts("allowFrom")?.Any(s => s.Trim() == "*") == true)
            return;
        report.Error(
            [.. path, "allowFrom"],
            "must contain \"*\" because dmPolicy is \"open\": writing to the agent is then allowed to everybody");
    }
}
