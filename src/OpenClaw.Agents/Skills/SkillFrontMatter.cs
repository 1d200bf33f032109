using System.Text.Json.Nodes;
using OpenClaw.Configuration.Json5;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OpenClaw.Agents.Skills;

/// <summary>Reads the YAML between the <c>---</c> lines at the top of a <c>SKILL.md</c>.</summary>
internal static class SkillFrontMatter
{
    // Aliases can make a small text into a huge tree.
    private const int MaxNodes = 4000;
    private const int MaxDepth = 20;

    /// <summary>The front matter as JSON; null with the reason when there is none that can be read.</summary>
    public static (JsonObject? Values, string? Problem) Read(string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        if (lines[0].TrimEnd() != "---")
            return (null, "it does not begin with front matter (a line ---)");
        var end = Array.FindIndex(lines, 1, static line => line.TrimEnd() == "---");
        if (end < 0)
            return (null, "its front matter has no end (a second line ---)");
        var block = lines[1..end];
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(string.Join('\n', block)));
            if (yaml.Documents.Count == 0)
                return (null, "its front matter is empty");
            var budget = MaxNodes;
            if (ToJson(yaml.Documents[0].RootNode, MaxDepth, ref budget) is not JsonObject values)
                return (null, "its front matter is not a list of keys and values");
            return (WithMetadata(values), null);
        }
        catch (YamlException problem)
        {
            // A description with a colon in it is the usual mistake, and harmless: read such files line by line.
            return ByLine(block) is { Count: > 0 } values
                ? (WithMetadata(values), null)
                : (null, $"its front matter is not YAML (line {problem.Start.Line + 1}: {problem.Message})");
        }
    }

    private static JsonNode? ToJson(YamlNode node, int depth, ref int budget)
    {
        if (depth == 0 || --budget < 0)
            throw new YamlException("too large or too deeply nested");
        switch (node)
        {
            case YamlMappingNode map:
                var result = new JsonObject();
                foreach (var (key, value) in map.Children)
                {
                    if (key is YamlScalarNode { Value: { } name })
                        result[name] = ToJson(value, depth - 1, ref budget);
                }

                return result;
            case YamlSequenceNode list:
                var items = new JsonArray();
                foreach (var item in list.Children)
                    items.Add(ToJson(item, depth - 1, ref budget));
                return items;
            case YamlScalarNode scalar:
                return Scalar(scalar);
            default:
                return null;
        }
    }

    private static JsonValue? Scalar(YamlScalarNode scalar) => scalar switch
    {
        { Value: null } => null,
        { Style: ScalarStyle.Plain, Value: "true" or "True" or "yes" } => JsonValue.Create(true),
        { Style: ScalarStyle.Plain, Value: "false" or "False" or "no" } => JsonValue.Create(false),
        { Style: ScalarStyle.Plain, Value: "" or "~" or "null" } => null,
        _ => JsonValue.Create(scalar.Value),
    };

    private static JsonObject? ByLine(string[] lines)
    {
        var values = new JsonObject();
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':');
            if (colon <= 0 || char.IsWhiteSpace(line[0]) || line[0] is '#' or '-')
                continue;
            var value = line[(colon + 1)..].Trim();
            if (value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0])
                value = value[1..^1];
            values[line[..colon].Trim()] = value is "true" or "false" ? JsonValue.Create(value == "true") : JsonValue.Create(value);
        }

        return values;
    }

    /// <summary><c>metadata</c> is often JSON5 in one string.</summary>
    private static JsonObject WithMetadata(JsonObject values)
    {
        if (values["metadata"] is JsonValue text && text.TryGetValue<string>(out var json))
            values["metadata"] = Json5Document.TryParse(json, out var document, out _) ? document.ToJson() as JsonObject : null;
        return values;
    }
}
