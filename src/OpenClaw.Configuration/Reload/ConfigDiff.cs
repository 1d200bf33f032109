using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Reload;

/// <summary>Which values differ between two effective configs.</summary>
public static class ConfigDiff
{
    /// <summary>
    /// Dot paths of what differs. Objects are gone into, everything else is one value: a list that changed anywhere is one path, and
    /// one that is equal throughout is none.
    /// </summary>
    public static IReadOnlyList<string> Paths(JsonObject before, JsonObject after)
    {
        var paths = new List<string>();
        Compare(before, after, "", paths);
        return paths;
    }

    private static void Compare(JsonObject before, JsonObject after, string prefix, List<string> paths)
    {
        foreach (var name in before.Select(p => p.Key).Union(after.Select(p => p.Key)))
        {
            var path = prefix.Length == 0 ? name : $"{prefix}.{name}";
            var (old, now) = (before[name], after[name]);
            if (old is JsonObject oldMap && now is JsonObject nowMap)
                Compare(oldMap, nowMap, path, paths);
            else if (before.ContainsKey(name) != after.ContainsKey(name) || !JsonNode.DeepEquals(old, now))
                paths.Add(path);
        }
    }
}
