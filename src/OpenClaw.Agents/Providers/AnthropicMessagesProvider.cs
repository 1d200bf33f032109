namespace OpenClaw.Agents.Providers;

/// <summary>Anthropic's messages format (spec 08 §16.2).</summary>
/// <param name="http">Shared client; its own timeout must be infinite, runs bring their own deadline.</param>
/// <param name="limits">Bounds on the answer.</param>
/// <param name="raw">Where every event of a stream is written as it came; null for nowhere.</param>
public sealed class AnthropicMessagesProvider(HttpClient http, ProviderLimits limits, RawStreamLog? raw = null) : IModelProvider
{
    private const string Version = "2023-06-01";
    private const string Betas = "fine-grained-tool-streaming-2025-05-14,interleaved-thinking-2025-05-14";

    private readonly ServerEventCall _call = new(http, limits, raw);

    /// <inheritdoc/>
    public IAsyncEnumerable<ModelEvent> StreamAsync(ModelRequest request, CancellationToken ct)
    {
        var url = Address(request.Model.BaseUrl) + "/v1/messages";
        return AnswerStream.ReadAsync(_call.PostAsync(request, url, AnthropicRequestBody.Write, Prepare, ct), new AnthropicAnswer(), request, ct);

        void Prepare(HttpRequestMessage message)
        {
            message.Headers.TryAddWithoutValidation("anthropic-version", Version);

            // Keys made for people's subscriptions are bearer tokens; everything else is an API key.
            var key = request.ApiKey;
            var subscription = key?.Contains("sk-ant-oat", StringComparison.Ordinal) == true;
            message.Headers.TryAddWithoutValidation("anthropic-beta", subscription ? Betas + ",oauth-2025-04-20" : Betas);
            if (key is null)
                return;
            if (request.Model.UsesAuthorization || subscription)
                message.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
            else
                message.Headers.TryAddWithoutValidation("x-api-key", key);
        }
    }

    /// <summary>People copy the address with and without its last part.</summary>
    private static string Address(string baseUrl)
    {
        var address = baseUrl.TrimEnd('/');
        return address.EndsWith("/v1", StringComparison.Ordinal) ? address[..^3] : address;
    }
}
