using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Json5;

/// <summary>
/// Changes values inside a JSON5 text and leaves everything else as its author wrote it: comments, order of keys, quotes,
/// indentation, line ends.
/// </summary>
public static class Json5Editor
{
    /// <summary>
    /// The text changed so that it means <paramref name="target"/>. What is equal stays untouched, character by character. A text
    /// that is blank or not JSON5, or whose root is not an object, is written anew.
    /// </summary>
    public static string Apply(string? text, JsonObject target)
    {
        if (string.IsNullOrWhiteSpace(text) || !Json5Document.TryParse(text, out var document, out _) || document.Root.Kind != Json5Kind.Object)
            return Write(target);
        var edits = new List<TextEdit>();
        new DocumentDiff(document, edits).Change(document.Root, target);
        var result = TextEdit.Apply(text, edits);
        // What the file means outranks how it looks: should an edit ever come out wrong, the file is written anew.
        return Json5Document.TryParse(result, out var check, out _) && JsonNode.DeepEquals(check.ToJson(), target) ? result : Write(target);
    }

    /// <summary>Plain JSON with an indentation of two spaces and a line end, as the original writes it.</summary>
    public static string Write(JsonNode? value) => new Json5Writer(Json5Style.Json).Value(value, lead: "") + "\n";
}
