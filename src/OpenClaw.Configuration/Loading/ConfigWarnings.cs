using System.Text.Json.Nodes;
using OpenClaw.Configuration.Json5;
using OpenClaw.Configuration.Model;
using OpenClaw.Protocol;

namespace OpenClaw.Configuration.Loading;

/// <summary>What is accepted and still deserves a word.</summary>
internal static class ConfigWarnings
{
    public static IEnumerable<ConfigIssue> Of(JsonObject config, Json5Document document, SourceMap sources)
    {
        foreach (var path in Repeated(document.Root, []))
        {
            yield return sources.Locate(
                new ConfigIssue(string.Join('.', path), "duplicate key; the last one is used") { Subject = Paths.ConfigPath.Write(path) }, path);
        }
        var node = new ConfigNode(config);
        if (node.Section("session").Text("mainKey") is { } key && key.Trim() != "main")
            yield return Warning(sources, ["session", "mainKey"], "session.mainKey is ignored; the main session is always \"main\"");
        if (node.Section("meta").Text("lastTouchedVersion") is { } version && IsNewer(version, ProductVersion.Text))
        {
            yield return Warning(
                sources, ["meta", "lastTouchedVersion"], $"the config was written by the newer version {version}; this is {ProductVersion.Text}");
        }
    }

    private static ConfigIssue Warning(SourceMap sources, string[] path, string message) =>
        sources.Locate(new ConfigIssue(string.Join('.', path), message), path);

    private static IEnumerable<string[]> Repeated(Json5Node node, string[] path)
    {
        if (node.Kind == Json5Kind.Object && node.Entries.Count > 1)
        {
            foreach (var group in node.Entries.GroupBy(e => e.Name!).Where(g => g.Count() > 1))
                yield return [.. path, group.Key];
        }
        for (var i = 0; i < node.Entries.Count; i++)
        {
            var entry = node.Entries[i];
            foreach (var found in Repeated(entry.Value, [.. path, entry.Name ?? $"{i}"]))
                yield return found;
        }
    }

    /// <summary>Compares <c>v?X.Y.Z(-N)?</c>; what is not of that form is not newer.</summary>
    private static bool IsNewer(string version, string than) =>
        Numbers(version) is { } a && Numbers(than) is { } b && a.CompareTo(b) > 0;

    private static Version? Numbers(string version)
    {
        var parts = version.TrimStart('v').Split('-', 2);
        return Version.TryParse(parts.Length == 2 ? $"{parts[0]}.{parts[1]}" : parts[0] + ".0", out var result) ? result : null;
    }
}
