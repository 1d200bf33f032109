using System.Text.Json;

namespace OpenClaw.Agents.Providers;

/// <summary>POST <c>{baseUrl}/models/{model}:batchEmbedContents</c>.</summary>
internal sealed class GoogleEmbeddings(HttpClient http, ProviderLimits limits, TimeProvider time) : EmbeddingProvider(http, limits, time)
{
    protected override string Url(EmbeddingRequest request) =>
        $"{request.BaseUrl.TrimEnd('/')}/models/{Uri.EscapeDataString(request.Model)}:batchEmbedContents";

    protected override void Authorize(HttpRequestMessage message, string key) => message.Headers.TryAddWithoutValidation("x-goog-api-key", key);

    protected override void Write(Utf8JsonWriter writer, EmbeddingRequest request)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("requests");
        foreach (var text in request.Inputs)
        {
            writer.WriteStartObject();
            writer.WriteString("model", $"models/{request.Model}");
            writer.WriteStartObject("content");
            writer.WriteStartArray("parts");
            GoogleContents.WriteText(writer, text);
            writer.WriteEndArray();
            writer.WriteEndObject();
            if (request.Dimensions is { } dimensions)
                writer.WriteNumber("outputDimensionality", dimensions);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    protected override (IEnumerable<(int Index, JsonElement Values)> Vectors, long Tokens) Read(JsonElement root) =>
        (root.Objects("embeddings").Select(static (item, i) => (i, item.TryGetProperty("values", out var values) ? values : default)), 0);
}
