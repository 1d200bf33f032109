using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Paths;
using OpenClaw.Configuration.Schema;
using OpenClaw.Configuration.Schema.Groups;

namespace OpenClaw.Configuration.Rules;

/// <summary>Agents do not share a directory, stay in their workspace, and know when their heart beats.</summary>
internal static partial class AgentRules
{
    public static void Check(JsonObject config, ConfigPaths paths, RuleReport report)
    {
        var agents = config["agents"] as JsonObject;
        Heartbeat(agents?["defaults"] as JsonObject, ["agents", "defaults"], report);
        if (agents?["list"] is not JsonArray list)
            return;
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is not JsonObject agent)
                continue;
            string[] path = ["agents", "list", i.ToString(CultureInfo.InvariantCulture)];
            Heartbeat(agent, path, report);
            Directory(new ConfigNode(agent), path, owners, paths, report);
            Avatar(new ConfigNode(agent), path, paths, config, report);
        }
        Broadcast(config, [.. list.OfType<JsonObject>().Select(a => new ConfigNode(a).Text("id") ?? "")], report);
    }

    private static void Directory(ConfigNode agent, string[] path, Dictionary<string, string> owners, ConfigPaths paths, RuleReport report)
    {
        var id = agent.Text("id") ?? "";
        var directory = agent.Text("agentDir") is { } own
            ? paths.Expand(own)
            : Path.Combine(paths.AgentsDir, id.Trim().ToLowerInvariant(), "agent");
        if (!owners.TryAdd(directory, id))
        {
            report.Error(
                [.. path, agent.Text("agentDir") is null ? "id" : "agentDir"],
                $"the agents \"{owners[directory]}\" and \"{id}\" would share {directory}; give each an agentDir of its own");
        }
    }

    private static void Avatar(ConfigNode agent, string[] path, ConfigPaths paths, JsonObject config, RuleReport report)
    {
        if (agent.Section("identity").Text("avatar")?.Trim() is not { Length: > 0 } avatar || RemoteAvatar().IsMatch(avatar))
            return;
        string[] at = [.. path, "identity", "avatar"];
        if (avatar.StartsWith('~'))
            report.Error(at, "must be a path inside the workspace, an http(s) URL or a data URI, not a path from the home directory");
        else if (Scheme().IsMatch(avatar) && !Path.IsPathRooted(avatar))
            report.Error(at, "must be a path inside the workspace, an http(s) URL or a data URI");
        else
        {
            var defaults = new ConfigNode(config).Section("agents").Section("defaults").Text("workspace");
            var workspace = paths.Expand(agent.Text("workspace") ?? defaults ?? paths.Workspace);
            var file = Path.GetFullPath(Path.Combine(workspace, avatar));
            if (!file.StartsWith(workspace.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                report.Error(at, $"must stay inside the workspace {workspace}");
        }
    }

    private static void Heartbeat(JsonObject? owner, string[] path, RuleReport report)
    {
        if (owner?["heartbeat"] is not JsonObject node)
            return;
        var heartbeat = new ConfigNode(node);
        if (heartbeat.Text("every") is { } every && !Duration().IsMatch(every))
            report.Error([.. path, "heartbeat", "every"], "must be a duration such as 30m, 2h or 90s; 0m switches it off");
        foreach (var edge in new[] { "start", "end" })
        {
            if (heartbeat.Section("activeHours").Text(edge) is { } time && !ClockTime().IsMatch(time) && !(edge == "end" && time == "24:00"))
                report.Error([.. path, "heartbeat", "activeHours", edge], "must be a time of day such as 08:30" + (edge == "end" ? ", or 24:00" : ""));
        }
        if (heartbeat.Text("target") is { } target && target is not ("last" or "none") && !ChannelRules.IsKnown(target))
        {
            var nearest = NearestName.Of(target, ChannelsSchema.CoreIds.Concat(["last", "none"]));
            report.Error(
                [.. path, "heartbeat", "target"],
                "must be last, none or a channel id" + (nearest is null ? "" : $"; did you mean \"{nearest}\"?"));
        }
    }

    private static void Broadcast(JsonObject config, IReadOnlyList<string> ids, RuleReport report)
    {
        if (ids.Count == 0 || config["broadcast"] is not JsonObject broadcast)
            return;
        foreach (var (peer, value) in broadcast)
        {
            for (var i = 0; peer != "strategy" && value is JsonArray list && i < list.Count; i++)
            {
                var id = list[i]!.GetValue<string>();
                if (!ids.Contains(id))
                    report.Error(["broadcast", peer, i.ToString(CultureInfo.InvariantCulture)], $"names the agent \"{id}\", which is not in agents.list");
            }
        }
    }

    [GeneratedRegex(@"^\s*\d+(\.\d+)?\s*(ms|s|m|h|d)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Duration();

    [GeneratedRegex(@"^([01]\d|2[0-3]):[0-5]\d$")]
    private static partial Regex ClockTime();

    [GeneratedRegex("^(https?://|data:)", RegexOptions.IgnoreCase)]
    private static partial Regex RemoteAvatar();

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();
}
