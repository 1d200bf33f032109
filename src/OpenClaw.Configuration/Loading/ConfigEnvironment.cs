using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Loading;

/// <summary>The variables that a config adds to the environment: <c>env.vars</c> and every text directly under <c>env</c>.</summary>
internal static class ConfigEnvironment
{
    public static IEnumerable<KeyValuePair<string, string>> Of(JsonObject config)
    {
        if (config["env"] is not JsonObject env)
            return [];
        return (env["vars"] as JsonObject ?? []).Concat(env)
            .Where(v => v.Value is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text))
            .Select(v => KeyValuePair.Create(v.Key, v.Value!.GetValue<string>()));
    }
}
