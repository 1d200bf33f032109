using System.Text.Json;

namespace OpenClaw.Agents.Providers;

/// <summary>POST <c>{baseUrl}/embeddings</c>.</summary>
internal sealed class OpenAiEmbeddings(HttpClient http, ProviderLimits limits, TimeProvider time) : EmbeddingProvider(http, limits, time)
{
    protected override string Url(EmbeddingRequest request) => request.BaseUrl.TrimEnd('/') + "/embeddings";

    protected override void Write(Utf8JsonWriter writer, EmbeddingRequest request)
    {
        writer.WriteStartObject();
        writer.WriteString("model", request.Model);
        writer.WriteStartArray("input");
        foreach (var text in request.Inputs)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
        writer.WriteString("encoding_format", "float");
        if (request.Dimensions is { } dimensions)
            writer.WriteNumber("dimensions", dimensions);
        writer.WriteEndObject();
    }

    protected override (IEnumerable<(int Index, JsonElement Values)> Vectors, long Tokens) Read(JsonElement root) => (
        root.Objects("data").Select(static (item, i) => ((int)(item.Number("index") ?? i), item.TryGetProperty("embedding", out var values) ? values : default)),
        root.Object("usage") is { } usage ? usage.Number("prompt_tokens") ?? 0 : 0);
}
