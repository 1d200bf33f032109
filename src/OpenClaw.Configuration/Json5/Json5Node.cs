using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Json5;

/// <summary>A value and the piece of text it was written as.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset behind its last character.</param>
/// <param name="Scalar">The unescaped string, the number (<see cref="long"/> when it is whole, else <see cref="double"/>) or the truth value.</param>
/// <param name="Entries">Members or items in file order, repeated names included.</param>
public sealed record Json5Node(Json5Kind Kind, int Start, int End, object? Scalar, IReadOnlyList<Json5Entry> Entries)
{
    /// <summary>The member of this name; the last one when the name is repeated, because that one counts. Null when there is none.</summary>
    public Json5Entry? Member(string name)
    {
        for (var i = Entries.Count - 1; i >= 0; i--)
        {
            if (Entries[i].Name == name)
                return Entries[i];
        }
        return null;
    }

    /// <summary>
    /// The value as plain JSON. Infinity and NaN have no place in JSON and become null, as they do in every writer of it; where a
    /// number is required the validator then says so.
    /// </summary>
    public JsonNode? ToJson() => Kind switch
    {
        Json5Kind.Object => ToObject(),
        Json5Kind.Array => new JsonArray([.. Entries.Select(e => e.Value.ToJson())]),
        _ => Scalar switch
        {
            string text => JsonValue.Create(text),
            bool flag => JsonValue.Create(flag),
            long whole => JsonValue.Create(whole),
            double number when double.IsFinite(number) => JsonValue.Create(number),
            _ => null,
        },
    };

    private JsonObject ToObject()
    {
        var result = new JsonObject();
        foreach (var entry in Entries)
            result[entry.Name!] = entry.Value.ToJson();
        return result;
    }
}
