using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Json5;

/// <summary>Finds the smallest edits that turn a document into other values.</summary>
internal sealed class DocumentDiff(Json5Document document, List<TextEdit> edits)
{
    private readonly Json5Style _style = Json5Style.Of(document);

    public void Change(Json5Node node, JsonNode? target)
    {
        switch (node.Kind, target)
        {
            case (Json5Kind.Object, JsonObject map):
                ChangeObject(node, map);
                break;
            case (Json5Kind.Array, JsonArray array):
                ChangeArray(node, array);
                break;
            default:
                if (!JsonNode.DeepEquals(node.ToJson(), target) || IsNotJson(node))
                    Replace(node, target);
                break;
        }
    }

    private void ChangeObject(Json5Node node, JsonObject target)
    {
        foreach (var (name, value) in target)
        {
            if (node.Member(name) is { } member)
                Change(member.Value, value);
        }
        var sequence = new EntryEdits(document.Text, _style, node);
        var writer = new Json5Writer(StyleFor(node));
        var additions = target.Where(pair => node.Member(pair.Key) is null).Select(pair => writer.Member(pair.Key, pair.Value, sequence.Lead)).ToList();
        bool Keep(int i) => target.ContainsKey(node.Entries[i].Name!);
        if (additions.Count > 0 || !Enumerable.Range(0, node.Entries.Count).All(Keep))
            edits.AddRange(sequence.Make(Keep, node.Entries.Count - 1 - TrailingDropped(node, Keep), additions));
    }

    private void ChangeArray(Json5Node node, JsonArray target)
    {
        var (before, after) = (node.Entries.Count, target.Count);
        var same = Math.Min(before, after);
        var head = 0;
        while (head < same && JsonNode.DeepEquals(node.Entries[head].Value.ToJson(), target[head]))
            head++;
        var tail = 0;
        while (tail < same - head && JsonNode.DeepEquals(node.Entries[before - 1 - tail].Value.ToJson(), target[after - 1 - tail]))
            tail++;

        // Between the equal ends: item by item as far as both go, then the rest is dropped or added.
        var paired = same - head - tail;
        for (var i = head; i < head + paired; i++)
            Change(node.Entries[i].Value, target[i]);
        var sequence = new EntryEdits(document.Text, _style, node);
        var writer = new Json5Writer(_style);
        var additions = Enumerable.Range(head + paired, after - tail - head - paired).Select(i => writer.Value(target[i], sequence.Lead)).ToList();
        bool Keep(int i) => i < head + paired || i >= before - tail;
        if (additions.Count > 0 || before - tail > head + paired)
            edits.AddRange(sequence.Make(Keep, head + paired - 1, additions));
    }

    private void Replace(Json5Node node, JsonNode? target)
    {
        var onItsOwnLine = document.Text.AsSpan(0, node.Start).Contains('\n');
        var lead = onItsOwnLine ? Json5Style.LeadOf(document.Text, node.Start) : null;
        edits.Add(new TextEdit(node.Start, node.End, new Json5Writer(_style).Value(target, lead)));
    }

    /// <summary>Keys like those beside them: an object may be written otherwise than the rest of the file.</summary>
    private Json5Style StyleFor(Json5Node node) =>
        node.Entries.Count == 0 ? _style : _style with { QuoteKeys = document.Text[node.Entries[0].Start] is '"' or '\'' };

    private static int TrailingDropped(Json5Node node, Func<int, bool> keep)
    {
        var dropped = 0;
        while (dropped < node.Entries.Count && !keep(node.Entries.Count - 1 - dropped))
            dropped++;
        return dropped;
    }

    // NaN and Infinity read as null, but a null to be written must really be one.
    private static bool IsNotJson(Json5Node node) => node.Scalar is double number && !double.IsFinite(number);
}
