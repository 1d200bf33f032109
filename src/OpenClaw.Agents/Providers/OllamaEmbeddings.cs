using System.Text.Json;

namespace OpenClaw.Agents.Providers;

/// <summary>POST <c>{baseUrl}/api/embed</c>.</summary>
internal sealed class OllamaEmbeddings(HttpClient http, ProviderLimits limits, TimeProvider time) : EmbeddingProvider(http, limits, time)
{
    protected override string Url(EmbeddingRequest request) => OllamaProvider.Root(request.BaseUrl) + "/api/embed";

    protected override void Write(Utf8JsonWriter writer, EmbeddingRequest request)
    {
        writer.WriteStartObject();
        writer.WriteString("model", request.Model);
        writer.WriteStartArray("input");
        foreach (var text in request.Inputs)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
        if (request.Dimensions is { } dimensions)
            writer.WriteNumber("dimensions", dimensions);
        writer.WriteEndObject();
    }

    protected override (IEnumerable<(int Index, JsonElement Values)> Vectors, long Tokens) Read(JsonElement root) => (
        root.TryGetProperty("embeddings", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(static (item, i) => (i, item)) : [],
        root.Number("prompt_eval_count") ?? 0);
}
