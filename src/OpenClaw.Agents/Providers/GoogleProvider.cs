namespace OpenClaw.Agents.Providers;

/// <summary>Google's Gemini format (spec 08 §16.3).</summary>
/// <param name="http">Shared client; its own timeout must be infinite, runs bring their own deadline.</param>
/// <param name="limits">Bounds on the answer.</param>
/// <param name="time">For ids of tool calls, which this format may leave out.</param>
/// <param name="raw">Where every event of a stream is written as it came; null for nowhere.</param>
public sealed class GoogleProvider(HttpClient http, ProviderLimits limits, TimeProvider time, RawStreamLog? raw = null) : IModelProvider
{
    private readonly ServerEventCall _call = new(http, limits, raw);

    /// <inheritdoc/>
    public IAsyncEnumerable<ModelEvent> StreamAsync(ModelRequest request, CancellationToken ct)
    {
        var url = $"{request.Model.BaseUrl.TrimEnd('/')}/models/{Uri.EscapeDataString(request.Model.Ref.Id)}:streamGenerateContent?alt=sse";
        return AnswerStream.ReadAsync(_call.PostAsync(request, url, GoogleRequestBody.Write, Prepare, ct), new GoogleAnswer(new CallIds(time)), request, ct);

        // In a header, not in the address: addresses end up in logs of proxies.
        void Prepare(HttpRequestMessage message)
        {
            if (request.Model.UsesAuthorization)
                BearerKey.Set(message, request);
            else if (request.ApiKey is { } key)
                message.Headers.TryAddWithoutValidation("x-goog-api-key", key);
        }
    }
}
