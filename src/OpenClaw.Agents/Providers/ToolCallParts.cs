using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Providers;

/// <summary>Tool calls arrive in pieces, addressed by index; their arguments are JSON only once they are complete.</summary>
internal sealed class ToolCallParts
{
    // More than any model asks for at once; a server that counts on forever must not fill the memory.
    private const int MaxCalls = 128;

    private readonly List<Part> _parts = [];
    private readonly Dictionary<int, Part> _at = [];

    /// <summary>True when the model called something.</summary>
    public bool Any => _parts.Count > 0;

    /// <summary>
    /// Takes a piece; the event that tells of it, or null for one too many. Servers that give every call the same index still tell them
    /// apart by id, so another id begins another call.
    /// </summary>
    public ModelEvent? Take(int index, string? id, string? name, string? arguments)
    {
        if (!_at.TryGetValue(index, out var part) || (id is { Length: > 0 } && part.Id.Length > 0 && id != part.Id))
        {
            if (_parts.Count == MaxCalls)
                return null;
            part = new Part();
            _parts.Add(part);
            _at[index] = part;
        }

        if (id is { Length: > 0 })
            part.Id = id;
        if (name is { Length: > 0 })
            part.Name = name;
        part.Arguments.Append(arguments);
        return new ModelEvent.ToolCallDelta(_parts.IndexOf(part), part.IdOrOwn, part.Name, arguments ?? string.Empty);
    }

    /// <summary>Replaces what was collected for an index: some formats repeat the arguments whole at the end.</summary>
    public void Complete(int index, string arguments)
    {
        if (_at.TryGetValue(index, out var part))
            part.Arguments.Clear().Append(arguments);
    }

    /// <summary>The call at an index; null when there is none.</summary>
    public ContentPart.ToolCall? Finish(int index) => _at.TryGetValue(index, out var part) ? Finish(part) : null;

    /// <summary>All calls, in the order in which they began.</summary>
    public IEnumerable<ContentPart.ToolCall> Finish() => _parts.Select(Finish);

    private static ContentPart.ToolCall Finish(Part part) => new(part.IdOrOwn, part.Name, Parse(part.Arguments.ToString()));

    private static JsonElement Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(string.IsNullOrWhiteSpace(text) ? "{}" : text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Kept as a text: the run loop tells the model that it is no JSON object.
            return Text(text);
        }
    }

    private static JsonElement Text(string text)
    {
        using var document = JsonDocument.Parse(JsonBytes.Of(writer => writer.WriteStringValue(text)));
        return document.RootElement.Clone();
    }

    private sealed class Part
    {
        // Unique in the whole conversation, not only in this answer: results are matched to calls by it.
        private readonly string _own = $"call_{RandomNumberGenerator.GetHexString(8, lowercase: true)}";

        public string Id { get; set; } = string.Empty;

        /// <summary>The server's id; one of ours when it sends none.</summary>
        public string IdOrOwn => Id.Length > 0 ? Id : _own;

        public string Name { get; set; } = string.Empty;

        public StringBuilder Arguments { get; } = new();
    }
}
