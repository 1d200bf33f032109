namespace OpenClaw.Agents.Providers;

/// <summary>OpenAI's responses format (spec 08 §16.3). Nothing is stored at the provider: the conversation is sent whole each time.</summary>
/// <param name="http">Shared client; its own timeout must be infinite, runs bring their own deadline.</param>
/// <param name="limits">Bounds on the answer.</param>
/// <param name="raw">Where every event of a stream is written as it came; null for nowhere.</param>
public sealed class OpenAiResponsesProvider(HttpClient http, ProviderLimits limits, RawStreamLog? raw = null) : IModelProvider
{
    private readonly ServerEventCall _call = new(http, limits, raw);

    /// <inheritdoc/>
    public IAsyncEnumerable<ModelEvent> StreamAsync(ModelRequest request, CancellationToken ct)
    {
        var url = request.Model.BaseUrl.TrimEnd('/') + "/responses";
        return AnswerStream.ReadAsync(_call.PostAsync(request, url, ResponsesRequestBody.Write, Bearer, ct), new ResponsesAnswer(), request, ct);

        void Bearer(HttpRequestMessage message) => BearerKey.Set(message, request);
    }
}
