using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Migration;

/// <summary>Moves values inside a config and writes down what it did.</summary>
internal sealed class KeyMover(JsonObject root, List<string> changes)
{
    public JsonNode? Look(string path) => Find(path.Split('.'));

    /// <summary>Takes the value out, and the objects that are empty without it. Null when there is none.</summary>
    public JsonNode? Take(string path)
    {
        var segments = path.Split('.');
        if (Find(segments[..^1]) is not JsonObject parent || !parent.TryGetPropertyValue(segments[^1], out var value))
            return null;
        parent.Remove(segments[^1]);
        for (var i = segments.Length - 1; i > 0 && Find(segments[..i]) is JsonObject { Count: 0 }; i--)
            (Find(segments[..(i - 1)]) as JsonObject)?.Remove(segments[i - 1]);
        return value;
    }

    /// <summary>Puts a value where there is none; of two objects the missing members are added. What is there wins.</summary>
    public void Give(IReadOnlyList<string> path, JsonNode? value)
    {
        var parent = root;
        foreach (var segment in path.SkipLast(1))
        {
            if (parent[segment] is not JsonObject next)
                parent[segment] = next = [];
            parent = next;
        }
        Merge(parent, path[^1], value);
    }

    public void Give(string path, JsonNode? value) => Give(path.Split('.'), value);

    /// <summary>Takes a value from one place to another. False when there is none.</summary>
    public bool Move(string from, string to)
    {
        if (Take(from) is not { } value)
            return false;
        Give(to, value);
        Note($"Moved {from} → {to}.");
        return true;
    }

    /// <summary>Takes a value away for good.</summary>
    public void Drop(string path, string reason)
    {
        if (Take(path) is not null)
            Note($"Removed {path}: {reason}.");
    }

    public void Note(string change) => changes.Add(change);

    private static void Merge(JsonObject parent, string name, JsonNode? value)
    {
        if (!parent.TryGetPropertyValue(name, out var present))
            parent[name] = value;
        else if (present is JsonObject into && value is JsonObject from)
        {
            foreach (var (key, member) in from.ToList())
            {
                from.Remove(key);
                Merge(into, key, member);
            }
        }
    }

    private JsonNode? Find(string[] path)
    {
        JsonNode? node = root;
        foreach (var segment in path)
            node = (node as JsonObject)?[segment];
        return node;
    }
}
