using System.Text;
using System.Text.Json.Nodes;

namespace OpenClaw.Gateway.Tools.Control;

/// <summary>Finds the node a person or a model means among the rows of <c>node.list</c> (spec 07 §9).</summary>
internal static class NodeLookup
{
    private const int MinPrefix = 6;

    /// <summary>Its id, or which ones there are.</summary>
    public static (string? NodeId, string? Problem) Find(JsonArray rows, string named)
    {
        var nodes = rows.OfType<JsonObject>().ToList();
        var matches = nodes.Where(node => Id(node) == named || (string?)node["remoteIp"] == named || (Plain(Name(node)) is { Length: > 0 } name && name == Plain(named))).ToList();
        if (matches.Count == 0 && named.Length >= MinPrefix)
            matches = [.. nodes.Where(node => Id(node).StartsWith(named, StringComparison.Ordinal))];
        return matches.Count switch
        {
            1 => (Id(matches[0]), null),
            0 => (null, $"unknown node: {named} (known: {Names(nodes)})"),
            _ => (null, $"ambiguous node: {named} (matches: {Names(matches)})"),
        };
    }

    private static string Names(List<JsonObject> nodes) =>
        nodes.Count == 0 ? "none" : string.Join(", ", nodes.Select(static node => Name(node) is { Length: > 0 } name ? $"{name} [{Id(node)}]" : Id(node)));

    private static string Id(JsonObject node) => (string?)node["nodeId"] ?? string.Empty;

    private static string Name(JsonObject node) => (string?)node["displayName"] ?? string.Empty;

    /// <summary>Lower case, runs of other characters as one dash.</summary>
    private static string Plain(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
                text.Append(c);
            else if (text.Length > 0 && text[^1] != '-')
                text.Append('-');
        }

        return text.ToString().Trim('-');
    }
}
