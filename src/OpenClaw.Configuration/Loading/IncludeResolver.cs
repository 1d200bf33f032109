using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Configuration.Json5;

namespace OpenClaw.Configuration.Loading;

/// <summary>Replaces <c>$include</c> by what the named files hold (spec 03 §2).</summary>
internal sealed class IncludeResolver(SourceMap sources, List<ConfigIssue> issues)
{
    /// <summary>The key that names files.</summary>
    public const string Key = "$include";

    private const int MaxDepth = 10;

    // Ten levels of a few files each is far beyond any real config; without a bound, nested lists would multiply.
    private const int MaxFiles = 256;

    private readonly List<string> _path = [];
    private readonly List<string> _chain = [];
    private int _files;

    /// <summary>The object with every include resolved. Problems are added to the issues; what could not be included is left out.</summary>
    public JsonObject Resolve(JsonObject root, string file)
    {
        _chain.Add(file);
        return Value(root) as JsonObject ?? [];
    }

    private JsonNode? Value(JsonNode? node) => node switch
    {
        JsonObject map when map.ContainsKey(Key) => Including(map),
        JsonObject map => Members(map),
        JsonArray list => new JsonArray([.. list.Select((item, i) => Inside(i.ToString(CultureInfo.InvariantCulture), item))]),
        _ => node?.DeepClone(),
    };

    private JsonObject Members(JsonObject map)
    {
        var result = new JsonObject();
        foreach (var (name, value) in map.Where(m => m.Key != Key))
            result[name] = Inside(name, value);
        return result;
    }

    private JsonNode? Inside(string segment, JsonNode? node)
    {
        _path.Add(segment);
        var result = Value(node);
        _path.RemoveAt(_path.Count - 1);
        return result;
    }

    private JsonNode? Including(JsonObject map)
    {
        JsonNode? included;
        if (Text(map[Key]) is { } single)
            included = File(single);
        else if (map[Key] is JsonArray names && names.Count > 0 && names.All(n => Text(n) is not null))
            included = names.Aggregate((JsonNode?)new JsonObject(), (merged, name) => DeepMerge.Over(merged, File(Text(name)!)));
        else
        {
            Fail("$include must be a file name or a list of file names");
            included = null;
        }
        var siblings = Members(map);
        if (siblings.Count == 0)
            return included;
        if (included is null or JsonObject)
            return DeepMerge.Over(included ?? new JsonObject(), siblings);
        Fail("$include has keys beside it, so the included file must hold an object");
        return siblings;
    }

    private JsonNode? File(string name)
    {
        var from = _chain[^1];
        var file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(from)!, name));
        if (_chain.Contains(file))
            return Fail("$include goes round in a circle: " + string.Join(" -> ", _chain.Append(file)));
        if (_chain.Count > MaxDepth)
            return Fail($"$include is nested deeper than {MaxDepth} levels: {file}");
        if (++_files > MaxFiles)
            return Fail($"$include names more than {MaxFiles} files");
        if (ConfigText.Read(file, out var problem) is not { } text)
            return Fail($"cannot read the included file {file}: {problem}");
        if (!Json5Document.TryParse(text, out var document, out var error))
        {
            issues.Add(new ConfigIssue("", $"the included file {file} is not JSON5: SyntaxError: {error.WireText}")
            {
                Subject = string.Join('.', _path), Explanation = error.Message, File = file, Line = error.Line, Column = error.Column,
            });
            return null;
        }
        sources.Include(_path, file, document);
        _chain.Add(file);
        var result = Value(document.ToJson());
        _chain.RemoveAt(_chain.Count - 1);
        return result;
    }

    private JsonNode? Fail(string message)
    {
        issues.Add(sources.Locate(new ConfigIssue("", message) { Subject = string.Join('.', _path) }, [.. _path, Key]));
        return null;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
