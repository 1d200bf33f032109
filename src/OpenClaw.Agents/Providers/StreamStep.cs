using System.Text.Json;

namespace OpenClaw.Agents.Providers;

/// <summary>Reads one message of a model's event stream, whichever its form.</summary>
internal static class StreamStep
{
    /// <summary>What the message means; null for one that says nothing, a failure for one that is no object.</summary>
    /// <param name="data">The message.</param>
    /// <param name="request">What it belongs to, for the error.</param>
    /// <param name="take">Takes the object; it must not keep it.</param>
    public static ModelEvent? Read(string data, ModelRequest request, Func<JsonElement, ModelEvent?> take)
    {
        if (data.Length == 0)
            return null;
        try
        {
            using var document = JsonDocument.Parse(data);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? take(document.RootElement)
                : new ModelEvent.Failed(ModelErrors.Malformed("an event that is not an object", request));
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // The second is thrown for text that is half a character.
            return new ModelEvent.Failed(ModelErrors.Malformed("an event that is not JSON", request));
        }
    }
}
