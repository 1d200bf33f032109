namespace OpenClaw.Agents.Providers;

/// <summary>The chat completions format of OpenAI and the many servers that copy it (spec 08 §16.1).</summary>
/// <param name="http">Shared client; its own timeout must be infinite, runs bring their own deadline.</param>
/// <param name="limits">Bounds on the answer.</param>
/// <param name="raw">Where every event of a stream is written as it came; null for nowhere.</param>
public sealed class OpenAiCompletionsProvider(HttpClient http, ProviderLimits limits, RawStreamLog? raw = null) : IModelProvider
{
    private readonly ServerEventCall _call = new(http, limits, raw);

    /// <inheritdoc/>
    public IAsyncEnumerable<ModelEvent> StreamAsync(ModelRequest request, CancellationToken ct)
    {
        var url = request.Model.BaseUrl.TrimEnd('/') + "/chat/completions";
        return AnswerStream.ReadAsync(_call.PostAsync(request, url, OpenAiRequestBody.Write, Bearer, ct), new OpenAiAnswer(), request, ct);

        void Bearer(HttpRequestMessage message) => BearerKey.Set(message, request);
    }
}
