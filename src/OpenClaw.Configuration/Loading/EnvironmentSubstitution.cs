using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OpenClaw.Configuration.Loading;

/// <summary>Puts the values of <c>${VAR}</c> into texts; <c>$${VAR}</c> stays as the literal <c>${VAR}</c> (spec 03 §2).</summary>
internal sealed partial class EnvironmentSubstitution(EnvironmentVariables environment, SourceMap sources, List<ConfigIssue> issues)
{
    private readonly List<string> _path = [];

    /// <summary>A copy with values put in. Variables that are not set are issues, and their references stay.</summary>
    public JsonNode? Apply(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                var result = new JsonObject();
                foreach (var (name, value) in map)
                    result[name] = Inside(name, value);
                return result;
            case JsonArray list:
                return new JsonArray([.. list.Select((item, i) => Inside(i.ToString(CultureInfo.InvariantCulture), item))]);
            case JsonValue value when value.TryGetValue<string>(out var text) && text.Contains("${", StringComparison.Ordinal):
                return Reference().Replace(text, Value);
            default:
                return node?.DeepClone();
        }
    }

    private JsonNode? Inside(string segment, JsonNode? node)
    {
        _path.Add(segment);
        var result = Apply(node);
        _path.RemoveAt(_path.Count - 1);
        return result;
    }

    private string Value(Match match)
    {
        if (match.Groups[1].Success)
            return match.Value[1..];
        var name = match.Groups[2].Value;
        if (environment[name] is not null)
            return environment.All[name];
        var path = Paths.ConfigPath.Write(_path);
        issues.Add(sources.Locate(
            new ConfigIssue("", $"environment variable \"{name}\" is not set; {path} refers to it")
            {
                Subject = path,
                Explanation = $"the environment variable {name} is not set; set it, or write $${{{name}}} if the text itself is meant",
            },
            [.. _path]));
        return match.Value;
    }

    [GeneratedRegex(@"\$\$\{([A-Z_][A-Z0-9_]*)\}|\$\{([A-Z_][A-Z0-9_]*)\}")]
    private static partial Regex Reference();
}
