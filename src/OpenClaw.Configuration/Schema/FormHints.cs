using System.Text;
using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Schema;

/// <summary>The hints that <c>config.schema</c> gives to forms, by dot path; <c>*</c> stands for an item or a name of the user.</summary>
internal static class FormHints
{
    private static readonly (string Section, string Label, int Order)[] s_groups =
    [
        ("wizard", "Wizard", 20), ("update", "Update", 25), ("diagnostics", "Diagnostics", 27), ("logging", "Logging", 900),
        ("gateway", "Gateway", 30), ("nodeHost", "Node Host", 35), ("agents", "Agents", 40), ("tools", "Tools", 50),
        ("bindings", "Bindings", 55), ("audio", "Audio", 60), ("models", "Models", 70), ("messages", "Messages", 80),
        ("commands", "Commands", 85), ("session", "Session", 90), ("cron", "Cron", 100), ("hooks", "Hooks", 110), ("ui", "UI", 120),
        ("browser", "Browser", 130), ("talk", "Talk", 140), ("channels", "Messaging Channels", 150), ("skills", "Skills", 200),
        ("plugins", "Plugins", 205), ("mcp", "MCP Servers", 207), ("discovery", "Discovery", 210),
    ];

    private static readonly string[] s_abbreviations =
        ["id", "url", "ui", "api", "tls", "ssh", "cdp", "ttl", "tts", "http", "pdf", "ms", "mb", "dns", "mdns", "mcp"];

    public static JsonObject Build()
    {
        var hints = new JsonObject();
        foreach (var (section, label, order) in s_groups)
            hints[section] = new JsonObject { ["label"] = label, ["group"] = label, ["order"] = order };
        foreach (var key in ConfigSchema.Root.Keys.Where(k => k.Name != "$schema"))
            Add(hints, key.Name, key.Shape);
        return hints;
    }

    private static void Add(JsonObject hints, string path, ConfigShape shape)
    {
        switch (shape)
        {
            case ObjectShape map:
                foreach (var key in map.Keys)
                {
                    AddKey(hints, $"{path}.{key.Name}", key);
                    Add(hints, $"{path}.{key.Name}", key.Shape);
                }
                if (map.Others is not null)
                    Add(hints, path + ".*", map.Others);
                break;
            case ListShape list:
                Add(hints, path + ".*", list.Item);
                break;
            case UnionShape union:
                foreach (var alternative in union.Alternatives)
                    Add(hints, path, alternative);
                break;
        }
    }

    private static void AddKey(JsonObject hints, string path, ConfigKey key)
    {
        var hint = new JsonObject { ["label"] = LabelOf(key.Name) };
        if (key.Help is not null)
            hint["help"] = key.Help;
        if (key.Placeholder is not null)
            hint["placeholder"] = key.Placeholder;
        if (key.Shape is TextShape && SecretKeys.IsSecret(key.Name))
            hint["sensitive"] = true;
        hints[path] = hint;
    }

    /// <summary><c>remoteCdpTimeoutMs</c> → <c>Remote CDP Timeout (ms)</c>.</summary>
    private static string LabelOf(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
            word.Append(c);
        }
        words.Add(word.ToString());
        var unit = words[^1].ToLowerInvariant() switch { "ms" => " (ms)", "mb" => " (MB)", "seconds" or "sec" => " (sec)", _ => null };
        if (words.Count == 1)
            unit = null;
        if (unit is not null)
            words.RemoveAt(words.Count - 1);
        return string.Join(' ', words.Select(Titled)) + unit;
    }

    private static string Titled(string word) =>
        s_abbreviations.Contains(word.ToLowerInvariant()) ? word.ToUpperInvariant() : char.ToUpperInvariant(word[0]) + word[1..];
}
