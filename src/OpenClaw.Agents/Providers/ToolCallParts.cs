using System.Text;
using System.Text.Json;
using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Providers;

/// <summary>Tool calls arrive in pieces, addressed by index; their arguments are JSON only once they are complete.</summary>
internal sealed class ToolCallParts
{
    // More than any model asks for at once; a server that counts on forever must not fill the memory.
    private const int MaxCalls = 128;

    private readonly SortedDictionary<int, (string Id, string Name, StringBuilder Arguments)> _calls = [];

    public void Take(int index, string? id, string? name, string? arguments)
    {
        if (!_calls.TryGetValue(index, out var call))
        {
            if (_calls.Count == MaxCalls)
                return;
            call = (string.Empty, string.Empty, new StringBuilder());
        }

        call.Arguments.Append(arguments);
        _calls[index] = (id is { Length: > 0 } ? id : call.Id, name is { Length: > 0 } ? name : call.Name, call.Arguments);
    }

    public IEnumerable<ContentPart.ToolCall> Finish() => _calls.Select(static pair => new ContentPart.ToolCall(
        pair.Value.Id.Length > 0 ? pair.Value.Id : $"call_{pair.Key}", pair.Value.Name, Parse(pair.Value.Arguments.ToString())));

    private static JsonElement Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text.Length == 0 ? "{}" : text);
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
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            writer.WriteStringValue(text);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
