using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OpenClaw.Configuration.Loading;

/// <summary>The defaults that show in the effective config (spec 03 §5). Defaults that only code needs are in the typed model.</summary>
internal static partial class ConfigDefaults
{
    private static readonly (string Model, string Alias)[] s_aliases =
    [
        ("anthropic/claude-opus-4-5", "opus"), ("anthropic/claude-sonnet-4-5", "sonnet"), ("openai/gpt-5.2", "gpt"),
        ("openai/gpt-5-mini", "gpt-mini"), ("google/gemini-3-pro-preview", "gemini"), ("google/gemini-3-flash-preview", "gemini-flash"),
    ];

    /// <summary>Those that stand at their place in the order of keys.</summary>
    public static void ApplyBeforeOrdering(JsonObject config)
    {
        var commands = Section(config, "commands");
        Missing(commands, "native", "auto");
        Missing(commands, "nativeSkills", "auto");
    }

    /// <summary>The others, which come behind what the user wrote.</summary>
    public static void Apply(JsonObject config)
    {
        Missing(Section(config, "messages"), "ackReactionScope", "group-mentions");
        if (config["session"] is JsonObject session && session.ContainsKey("mainKey"))
            session["mainKey"] = "main";
        if (config["logging"] is JsonObject logging)
            Missing(logging, "redactSensitive", "tools");
        var defaults = Section(Section(config, "agents"), "defaults");
        Missing(defaults, "maxConcurrent", 4);
        Missing(Section(defaults, "subagents"), "maxConcurrent", 8);
        if (defaults["models"] is JsonObject models)
            Aliases(models);
        if (config["models"]?["providers"] is JsonObject providers)
            ProviderModels(providers);
    }

    /// <summary>Replaces a leading <c>~</c> in what is named like a path.</summary>
    public static void ExpandHome(JsonNode? node, string home)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (name, value) in map.ToList())
                {
                    if (value is JsonValue text && IsHomePath(text) && PathLike().IsMatch(name))
                        map[name] = Paths.ConfigPaths.Expand(text.GetValue<string>(), home);
                    else if (value is JsonArray list && name is "paths" or "pathPrepend")
                        ExpandItems((JsonArray)value, home);
                    else
                        ExpandHome(value, home);
                }
                break;
            case JsonArray list:
                foreach (var item in list)
                    ExpandHome(item, home);
                break;
        }
    }

    private static void ExpandItems(JsonArray list, string home)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonValue text && IsHomePath(text))
                list[i] = Paths.ConfigPaths.Expand(text.GetValue<string>(), home);
        }
    }

    private static bool IsHomePath(JsonValue value) => value.TryGetValue<string>(out var text) && text.StartsWith('~');

    private static void Aliases(JsonObject models)
    {
        foreach (var (model, alias) in s_aliases)
        {
            if (models[model] is JsonObject entry)
                Missing(entry, "alias", alias);
        }
    }

    private static void ProviderModels(JsonObject providers)
    {
        foreach (var model in providers.Select(p => (p.Value as JsonObject)?["models"]).OfType<JsonArray>().SelectMany(m => m).OfType<JsonObject>())
        {
            Missing(model, "reasoning", false);
            Missing(model, "input", new JsonArray("text"));
            var cost = Section(model, "cost");
            foreach (var part in new[] { "input", "output", "cacheRead", "cacheWrite" })
                Missing(cost, part, 0);
            Missing(model, "contextWindow", 200000);
            Missing(model, "maxTokens", Math.Min(8192, (long)Json.Number((JsonValue)model["contextWindow"]!)));
        }
    }

    private static JsonObject Section(JsonObject parent, string key)
    {
        if (parent[key] is JsonObject present)
            return present;
        var section = new JsonObject();
        parent[key] = section;
        return section;
    }

    private static void Missing(JsonObject section, string key, JsonNode value)
    {
        if (!section.ContainsKey(key))
            section[key] = value;
    }

    [GeneratedRegex("(dir|path|paths|file|root|workspace)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PathLike();
}
