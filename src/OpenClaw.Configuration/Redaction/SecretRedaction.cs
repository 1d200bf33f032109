using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OpenClaw.Configuration.Json5;

namespace OpenClaw.Configuration.Redaction;

/// <summary>
/// Takes secrets out of what leaves the gateway, and puts them back into what comes in (spec 03 §3, spec 12). A value is a secret by
/// its path, see <see cref="SecretKeys"/>. A text that is nothing but a <c>${VAR}</c> reference is shown: it names the secret and is none.
/// </summary>
public static partial class SecretRedaction
{
    /// <summary>What stands in place of a secret. Sent back in a write it means: leave the value as it is.</summary>
    public const string Placeholder = "__OPENCLAW_REDACTED__";

    /// <summary>A copy without secrets.</summary>
    public static JsonNode? Redact(JsonNode? node) => Redact(node, []);

    /// <summary>
    /// The text without secrets; everything else, comments included, as it was. Of a text that is not JSON5, every line that may
    /// hold a secret loses its value.
    /// </summary>
    public static string RedactText(string text)
    {
        if (!Json5Document.TryParse(text, out var document, out _))
            return BrokenTextRedaction.Apply(text);
        var edits = new List<TextEdit>();
        Collect(document.Root, [], edits);
        return TextEdit.Apply(text, edits);
    }

    /// <summary>A copy in which every placeholder is again the value that stands at its place in one of the originals.</summary>
    /// <param name="incoming">What a client sent.</param>
    /// <param name="originals">Where values are looked up, the first that has one wins.</param>
    /// <param name="lost">Paths of placeholders that no original has a value for.</param>
    public static JsonObject Restore(JsonObject incoming, IReadOnlyList<JsonObject> originals, out IReadOnlyList<string> lost)
    {
        var missing = new List<string>();
        var result = (JsonObject)Restore(incoming, [.. originals], [], missing)!;
        lost = missing;
        return result;
    }

    private static JsonNode? Redact(JsonNode? node, List<string> path)
    {
        switch (node)
        {
            case JsonObject map:
                var result = new JsonObject();
                foreach (var (name, value) in map)
                    result[name] = Within(path, name, () => Redact(value, path));
                return result;
            case JsonArray list:
                return new JsonArray([.. list.Select((item, i) => Within(path, Index(i), () => Redact(item, path)))]);
            case JsonValue value when value.TryGetValue<string>(out var text) && MustHide(text, path):
                return Placeholder;
            default:
                return node?.DeepClone();
        }
    }

    private static void Collect(Json5Node node, List<string> path, List<TextEdit> edits)
    {
        for (var i = 0; i < node.Entries.Count; i++)
        {
            var entry = node.Entries[i];
            path.Add(entry.Name ?? Index(i));
            if (entry.Value.Scalar is string text && MustHide(text, path))
                edits.Add(new TextEdit(entry.Value.Start, entry.Value.End, '"' + Placeholder + '"'));
            else
                Collect(entry.Value, path, edits);
            path.RemoveAt(path.Count - 1);
        }
    }

    private static JsonNode? Restore(JsonNode? node, JsonNode?[] originals, List<string> path, List<string> lost)
    {
        switch (node)
        {
            case JsonObject map:
                var result = new JsonObject();
                foreach (var (name, value) in map)
                    result[name] = Within(path, name, () => Restore(value, [.. originals.Select(o => (o as JsonObject)?[name])], path, lost));
                return result;
            case JsonArray list:
                return new JsonArray([.. list.Select((item, i) =>
                    Within(path, Index(i), () => Restore(item, [.. originals.Select(o => Counterpart(item, o as JsonArray, i))], path, lost)))]);
            case JsonValue value when value.TryGetValue<string>(out var text) && text == Placeholder:
                if (originals.FirstOrDefault(o => o is JsonValue) is { } original)
                    return original.DeepClone();
                lost.Add(Paths.ConfigPath.Write(path));
                return node.DeepClone();
            default:
                return node?.DeepClone();
        }
    }

    /// <summary>The item that an item of a list was: the one with the same id, for lists get reordered; else the one at its place.</summary>
    private static JsonNode? Counterpart(JsonNode? item, JsonArray? list, int index)
    {
        if (list is null)
            return null;
        if (item is JsonObject map && map["id"] is { } id)
            return list.FirstOrDefault(o => o is JsonObject other && JsonNode.DeepEquals(other["id"], id));
        return index < list.Count ? list[index] : null;
    }

    private static bool MustHide(string text, List<string> path) => text.Length > 0 && SecretKeys.IsSecret(path) && !OnlyReference().IsMatch(text);

    private static T Within<T>(List<string> path, string segment, Func<T> work)
    {
        path.Add(segment);
        var result = work();
        path.RemoveAt(path.Count - 1);
        return result;
    }

    private static string Index(int i) => i.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\$\{[A-Z_][A-Z0-9_]*\}$")]
    private static partial Regex OnlyReference();
}
