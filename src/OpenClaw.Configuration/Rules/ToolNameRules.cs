using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Configuration.Schema;
using OpenClaw.Configuration.Tools;

namespace OpenClaw.Configuration.Rules;

/// <summary>
/// Every name in a tool policy names something. A misspelt name in an allow list must not count as an empty list, which allows
/// everything; a misspelt one in a deny list would deny nothing (spec 12).
/// </summary>
internal sealed class ToolNameRules(JsonObject config, RuleReport report)
{
    private static readonly string[] s_lists = ["allow", "alsoAllow", "deny"];
    private readonly HashSet<string> _plugins = Plugins(config);

    public void Check()
    {
        Section(config["tools"], ["tools"]);
        Lists(config["gateway"]?["tools"], ["gateway", "tools"]);
        Lists(config["agents"]?["defaults"]?["contextPruning"]?["tools"], ["agents", "defaults", "contextPruning", "tools"]);
        if (config["agents"]?["list"] is JsonArray agents)
        {
            for (var i = 0; i < agents.Count; i++)
                Section(agents[i]?["tools"], ["agents", "list", i.ToString(CultureInfo.InvariantCulture), "tools"]);
        }

        if (config["channels"] is not JsonObject channels)
            return;
        foreach (var (id, channel) in channels)
        {
            Groups(channel, ["channels", id]);
            if ((channel as JsonObject)?["accounts"] is not JsonObject accounts)
                continue;
            foreach (var (name, account) in accounts)
                Groups(account, ["channels", id, "accounts", name]);
        }
    }

    private void Section(JsonNode? node, string[] path)
    {
        Lists(node, path);
        foreach (var part in (ReadOnlySpan<string>)["sandbox", "subagents"])
            Lists((node as JsonObject)?[part] is JsonObject inner ? inner["tools"] : null, [.. path, part, "tools"]);
        Each((node as JsonObject)?["byProvider"], [.. path, "byProvider"], Lists);
    }

    private void Groups(JsonNode? channel, string[] path) => Each((channel as JsonObject)?["groups"], [.. path, "groups"], (group, at) =>
    {
        Lists((group as JsonObject)?["tools"], [.. at, "tools"]);
        Each((group as JsonObject)?["toolsBySender"], [.. at, "toolsBySender"], Lists);
    });

    private void Lists(JsonNode? node, string[] path)
    {
        foreach (var list in s_lists)
        {
            if ((node as JsonObject)?[list] is not JsonArray names)
                continue;
            for (var i = 0; i < names.Count; i++)
            {
                if (names[i] is JsonValue value && value.GetValueKind() == JsonValueKind.String && Fault(value.GetValue<string>()) is { } fault)
                    report.Error([.. path, list, i.ToString(CultureInfo.InvariantCulture)], fault);
            }
        }
    }

    private string? Fault(string written)
    {
        var name = ToolNames.Normalize(written);
        if (name.Length == 0)
            return "is empty; name a tool, a group such as group:fs, or *";
        if (name.StartsWith(ToolNames.McpPrefix, StringComparison.Ordinal) || name.Contains(ToolNames.McpSeparator, StringComparison.Ordinal)
            || _plugins.Contains(name))
            return null;
        if (name.StartsWith("group:", StringComparison.Ordinal))
            return ToolNames.Groups.ContainsKey(name) ? null : $"names the tool group \"{written}\", which does not exist; {Meant(name, ToolNames.Groups.Keys)}";
        if (ToolNames.Known.Concat(ToolNames.Elsewhere).Any(known => ToolNames.Matches(name, known)))
            return null;
        return name.Contains('*', StringComparison.Ordinal)
            ? $"\"{written}\" matches no tool; tools of an MCP server are <server>__*"
            : $"names the tool \"{written}\", which does not exist; {Meant(name, [.. ToolNames.Known, "bash"])}";
    }

    private static string Meant(string name, IEnumerable<string> known) => NearestName.Of(name, known) is { } nearest
        ? $"did you mean \"{nearest}\"?"
        : "known: " + string.Join(", ", known.Order(StringComparer.Ordinal));

    private static void Each(JsonNode? map, string[] path, Action<JsonNode?, string[]> check)
    {
        if (map is not JsonObject entries)
            return;
        foreach (var (key, value) in entries)
            check(value, [.. path, key]);
    }

    /// <summary>Names of configured plugins stand for their tools.</summary>
    private static HashSet<string> Plugins(JsonObject config)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (config["plugins"] is not JsonObject plugins)
            return ids;
        foreach (var (id, _) in plugins["entries"] as JsonObject ?? [])
            ids.Add(ToolNames.Normalize(id));
        foreach (var id in plugins["allow"] as JsonArray ?? [])
        {
            if (id is JsonValue value && value.TryGetValue<string>(out var text))
                ids.Add(ToolNames.Normalize(text));
        }

        return ids;
    }
}
